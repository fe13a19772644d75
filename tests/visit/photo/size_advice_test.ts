import assert from "node:assert/strict";
import { generate } from "../../../src/generate.ts";
import { onnxRuntime } from "../../../src/host/session.ts";
import { createMemoryWorld, encodePhoto } from "../../support/report/memory_effects.ts";
import { encodeModel, type ModelText } from "../../support/model/onnx_model.ts";
import { createRandom } from "../../support/random.ts";
import { randomTensor } from "../../support/tensors.ts";
import { store } from "../../support/model/onnx_tensor.ts";
import { configureTiny } from "../../support/report/tiny_site.ts";

const random = createRandom(4);

// A network that goes down and up again, and joins what lies beside.
const unet: ModelText = {
  nodes: [
    {
      op: "Conv",
      name: "in",
      inputs: ["photo", "w"],
      outputs: ["a"],
      ints: { pads: [1, 1, 1, 1] },
    },
    {
      op: "MaxPool",
      inputs: ["a"],
      outputs: ["p"],
      ints: { kernel_shape: [4, 4], strides: [4, 4] },
    },
    { op: "Resize", inputs: ["p", "", "s"], outputs: ["u"] },
    { op: "Concat", inputs: ["a", "u"], outputs: ["k"], int: { axis: 1 } },
    { op: "Conv", name: "out", inputs: ["k", "v"], outputs: ["y"] },
  ],
  initializers: {
    w: randomTensor(random, [4, 3, 3, 3], -1, 1),
    v: randomTensor(random, [2, 8, 3, 3], -1, 1),
    s: store("float32", [4], [1, 1, 4, 4]),
  },
  inputs: { photo: ["n", 3, "h", "w"] },
};

async function listMessages(width: number, height: number): Promise<readonly string[]> {
  const world = createMemoryWorld({
    files: { "tiny.onnx": encodeModel(unet), "photos/cat.png": encodePhoto({ width, height }) },
  });
  const report = await generate(configureTiny(), { ...world.effects, runtime: onnxRuntime });
  return report.failures.map(({ message }) => message);
}

Deno.test("a photo that does not fit is told by the sizes that do", async () => {
  const [message, ...others] = await listMessages(33, 18);
  assert.deepEqual(others, []);
  assert.match(
    message!,
    /the photo's own size 33 x 18 was fed; sizes that are multiples of 4 fit/,
  );
  assert.match(message!, /"resize": \{"width": 32, "height": 20\}/);
});

Deno.test("a photo that fits is told nothing", async () => {
  assert.deepEqual(await listMessages(32, 20), []);
});
