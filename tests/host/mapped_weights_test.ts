import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { mapWeights } from "../../src/host/mapped_weights.ts";
import { onnxRuntime, openRuntime } from "../../src/host/session.ts";
import { readModel } from "../../src/onnx/read/read_model.ts";
import { cutModel, type ExternalFile, type Submodel } from "../../src/onnx/write/cut.ts";
import type { Runtime } from "../../src/effects.ts";
import { encodeModel } from "../support/model/onnx_model.ts";
import { storeRaw } from "../support/model/onnx_tensor.ts";
import { createRandom } from "../support/random.ts";
import { makeTempFolder } from "../support/temp_folder.ts";
import { randomTensor } from "../support/tensors.ts";

const random = createRandom(11);
const kernels = randomTensor(random, [512, 512, 3, 3], -1, 1); // 9 MB
const photo = randomTensor(random, [1, 512, 5, 5], -1, 1);

function cutWide(): Submodel {
  const bytes = encodeModel({
    nodes: [{ op: "Conv", inputs: ["photo", "kernels"], outputs: ["maps"] }],
    initializers: {
      kernels: storeRaw("float32", kernels.dims, new Uint8Array(kernels.data.buffer)),
    },
    inputs: { photo: { type: "float32", dims: photo.dims } },
  });
  return cutModel(readModel(bytes), [{ tensor: "maps", quantization: null }]);
}

async function runWide(runtime: Runtime, fused: boolean): Promise<Float32Array> {
  const session = await runtime.open(cutWide(), { fused });
  try {
    return (await session.run(new Map([["photo", photo]]))).values().next().value!.data;
  } finally {
    await session.close();
  }
}

const ignore = Deno.build.os === "windows";

for (const fused of [false, true]) {
  Deno.test({
    name: `weights that are mapped give the bits that copies give, fused ${fused}`,
    ignore,
    fn: async () => {
      await using folder = await makeTempFolder({});
      const mapped = await runWide(openRuntime(folder.path), fused);
      assert.deepEqual(mapped, await runWide(onnxRuntime, fused));
      assert.deepEqual(readdirSync(folder.path), []); // while the session was open already
    },
  });
}

Deno.test({
  name: "mapWeights() writes weights beside each other, and gives their memory back",
  ignore,
  fn: async () => {
    await using folder = await makeTempFolder({});
    const weights = makeWeights(1 << 22, 1 << 22);
    const mapped = mapWeights(weights, folder.path)!;
    assert.deepEqual(readdirSync(mapped.folder).sort(), ["0", "1"]);
    assert.deepEqual(weights.map(({ data }) => data.length), [0, 0]);
    mapped.remove();
    assert.deepEqual(readdirSync(folder.path), []);
  },
});

Deno.test("mapWeights() leaves in memory what is small, and what cannot be written", async () => {
  await using folder = await makeTempFolder({});
  const small = makeWeights(1 << 20);
  const large = makeWeights(1 << 23);
  assert.equal(mapWeights(small, folder.path), null);
  assert.equal(mapWeights(large, join(folder.path, "none")), null);
  assert.deepEqual([...small, ...large].map(({ data }) => data.length), [1 << 20, 1 << 23]);
});

function makeWeights(...sizes: readonly number[]): ExternalFile[] {
  return sizes.map((size, i) => ({ path: `${i}`, data: new Uint8Array(size) }));
}
