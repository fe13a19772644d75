import assert from "node:assert/strict";
import { captureMaps } from "../../src/api/capture_maps.ts";
import { preprocess } from "../../src/api/preprocess.ts";
import { presets } from "../../src/config/preprocess/presets.ts";
import { readModel } from "../../src/onnx/read/read_model.ts";
import { sliceAt, type Tensor } from "../../src/tensor/tensor.ts";
import { decodeNpy } from "../support/npy.ts";
import { sharedPath, testShared } from "../support/shared.ts";

// As golden/README.md says: a share of the map's range.
const MAP_TOLERANCE = 1e-4;

const INPUT_TOLERANCE = 1e-6;

async function readGolden(name: string): Promise<Tensor> {
  return decodeNpy(await Deno.readFile(sharedPath(`golden/activations/alexnet-astronaut/${name}`)));
}

// The photo has its size already.
async function prepareAstronaut(): Promise<Tensor> {
  const { mean, std } = presets.imagenet;
  const photo = await Deno.readFile(sharedPath("corpus/images/224/astronaut.png"));
  return await preprocess(photo, { mean, std });
}

testShared("preprocess() gives the input that torchvision gives", async () => {
  const { data, dims } = await readGolden("input.npy");
  const input = await prepareAstronaut();
  assert.deepEqual(input.dims, dims);
  assert(findFarthest(input.data, data) <= INPUT_TOLERANCE);
});

testShared("captureMaps() gives AlexNet's maps as the reference runtime does", async (t) => {
  const model = readModel(
    await Deno.readFile(sharedPath("corpus/models/alexnet-features-fp32.onnx")),
  );
  const layers = await captureMaps(model, await prepareAstronaut());
  assert.equal(layers.size, 5);
  for (const [node, output] of layers) {
    await t.step(node, async () => {
      const golden = await readGolden(`${node.slice(1).replace(/[/.]/g, "_")}.npy`);
      const maps = sliceAt(output, 0);
      assert.deepEqual(maps.dims, golden.dims);
      for (let k = 0; k < golden.dims[0]!; k++) checkMap(sliceAt(maps, k), sliceAt(golden, k), k);
    });
  }
});

function checkMap({ data }: Tensor, golden: Tensor, k: number): void {
  const range = golden.data.reduce((max, value) => Math.max(max, value), -Infinity) -
    golden.data.reduce((min, value) => Math.min(min, value), Infinity);
  const farthest = findFarthest(data, golden.data);
  assert(farthest <= MAP_TOLERANCE * range, `map ${k} is ${farthest} off in a range of ${range}`);
}

function findFarthest(a: Float32Array, b: Float32Array): number {
  return a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!)), 0);
}
