import assert from "node:assert/strict";
import { surveyConfig } from "../../src/survey/survey.ts";
import { encodeModel } from "../support/model/onnx_model.ts";
import { storeOutside } from "../support/model/onnx_tensor.ts";
import { describeTinyModel } from "../support/model/tiny_model.ts";
import { createMemoryWorld, encodePhoto } from "../support/report/memory_effects.ts";
import { configureTiny } from "../support/report/tiny_site.ts";

const MIB = 2 ** 20;

// With a head of so many MiB in a file beside it.
function encodeHeaded(mebibytes: number): Uint8Array<ArrayBuffer> {
  const tiny = describeTinyModel();
  return encodeModel({
    ...tiny,
    nodes: [...tiny.nodes, { op: "Gemm", inputs: ["second map", "head"], outputs: ["class"] }],
    initializers: {
      ...tiny.initializers,
      head: storeOutside("float32", [mebibytes * MIB / 4], { location: "head" }),
    },
  });
}

async function warn(
  model: Uint8Array<ArrayBuffer>,
  { path = "net.onnx", layers = ["*"], inCheckout = true, program = "deno task" } = {},
): Promise<readonly string[]> {
  const files = { [path]: model, "cat.jpg": encodePhoto({ width: 8, height: 8 }) };
  const world = createMemoryWorld({ files, inCheckout });
  const config = configureTiny({ models: [{ path, layers }], images: ["cat.jpg"] });
  using _survey = await surveyConfig(config, world.effects, { program });
  return world.warnings;
}

Deno.test("surveyConfig() warns of a model in a checkout that GitHub does not take", async () => {
  assert.deepEqual(await warn(encodeHeaded(101)), [
    '"net.onnx" has 106 MB, and GitHub takes no file above 100 MiB; what the drawn layers need ' +
    "takes 0.8 kB: deno task slim net.onnx",
  ]);
});

Deno.test("surveyConfig() warns of no model elsewhere, and of none that GitHub takes", async () => {
  assert.deepEqual(await warn(encodeHeaded(101), { inCheckout: false }), []);
  assert.deepEqual(await warn(encodeHeaded(100)), []);
});

Deno.test("surveyConfig() tells a command that a shell takes as it stands", async () => {
  const options = { path: "my nets/it's.onnx", layers: ["#0", "!conv2"], program: "convatlas" };
  const [warning] = await warn(encodeHeaded(101), options);
  assert.match(
    warning!,
    / convatlas slim 'my nets\/it'\\''s\.onnx' --layers '#0,!conv2'$/,
  );
});

Deno.test("surveyConfig() tells where what the layers need is too much as well", async () => {
  const tiny = describeTinyModel();
  const w1 = storeOutside("float32", [MIB, 3, 3, 3], { location: "w" });
  const large = encodeModel({ ...tiny, initializers: { ...tiny.initializers, w1 } });
  const [warning] = await warn(large, { layers: ["conv1"] });
  assert.match(
    warning!,
    /takes 113 MB, so choose fewer "layers", or use Git LFS$/,
  );
});
