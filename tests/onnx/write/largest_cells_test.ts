import assert from "node:assert/strict";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import { encodeModel } from "../../support/model/onnx_model.ts";
import { captureTaps } from "../../support/model/run_model.ts";
import { createRandom } from "../../support/random.ts";
import { assertClose } from "../../support/close.ts";
import { randomTensor } from "../../support/tensors.ts";

const random = createRandom(29);
const photo = randomTensor(random, [1, 3, 7, 9], -1, 1);
const w = randomTensor(random, [4, 3, 1, 1], -1, 1);
const block = { rows: { from: 1, past: 5 }, columns: { from: 2, past: 9 } };

// Cast begins with opset 6 here, and Slice takes tensors from 10 on.
for (const opset of [5, 6, 9, 10, 13, 17]) {
  Deno.test(`cutModel() gives the largest of some cells and their mean, of opset ${opset}`, async () => {
    const model = readModel(encodeModel({
      nodes: [{ op: "Conv", inputs: ["photo", "w"], outputs: ["y"] }],
      initializers: { w },
      inputs: { photo: photo.dims },
      opset,
    }));
    const tap = { tensor: "y", quantization: null };
    const [maps, told] = await captureTaps(model, [tap, { ...tap, largestOf: block }], photo);
    assert.deepEqual(told!.dims, [1, 4, 2, 1]);
    const expected = Array.from({ length: 4 }, (_, k) => {
      const cells = listCells(maps!.data.subarray(63 * k, 63 * (k + 1)));
      return [Math.max(...cells), cells.reduce((sum, cell) => sum + cell, 0) / cells.length];
    });
    assert.deepEqual([0, 1, 2, 3].map((k) => told!.data[2 * k]), expected.map(([most]) => most));
    assertClose(told!, { data: Float32Array.from(expected.flat()), dims: told!.dims });
  });
}

function listCells(map: Float32Array): number[] {
  return [1, 2, 3, 4].flatMap((y) => [...map.subarray(9 * y + 2, 9 * y + 9)]);
}
