import assert from "node:assert/strict";
import { takeSample } from "../../../src/visit/photo/sample.ts";
import { countingTensor } from "../../support/tensors.ts";

// [dims of the batch, copies of the photo that were fed, samples of the photo]
const batches: readonly [readonly number[], number, number][] = [
  [[1, 2, 3, 4], 1, 1],
  [[4, 2, 3, 4], 1, 4],
  [[2, 2, 3, 4], 2, 1],
  [[8, 2, 3, 4], 2, 4],
  [[3, 2, 3, 4], 2, 3], // whatever they are, they are no copies
  [[5, 7], 1, 5],
];

for (const [dims, copies, of] of batches) {
  Deno.test(`takeSample() takes 1 of ${of} of a batch [${dims}], fed with ${copies}`, () => {
    const output = countingTensor(dims);
    const sample = takeSample(output, copies);
    assert.equal(sample.of, of);
    const [channels, ...space] = dims.slice(1);
    assert.deepEqual(sample.maps.dims, [channels, ...space.length > 0 ? space : [1, 1]]);
    assert.deepEqual(sample.maps.data, output.data.subarray(0, sample.maps.data.length));
  });
}

Deno.test("takeSample() refuses a batch of no samples, and maps without cells", () => {
  assert.throws(
    () => takeSample({ data: new Float32Array(0), dims: [0, 4, 46, 62] }, 1),
    /^RangeError: Cannot draw maps: no sample reached this layer on this photo$/,
  );
  assert.throws(
    () => takeSample({ data: new Float32Array(0), dims: [1, 4, 0, 62] }, 1),
    /^RangeError: Cannot draw maps: they have no cells on this photo, 0 x 62$/,
  );
});
