import assert from "node:assert/strict";
import { countElements, createTensor, sliceAt } from "../../src/tensor/tensor.ts";

Deno.test("countElements() multiplies the extents, and counts one scalar", () => {
  assert.equal(countElements([2, 3, 4]), 24);
  assert.equal(countElements([2, 0, 4]), 0);
  assert.equal(countElements([]), 1);
});

Deno.test("createTensor() keeps the data it is given", () => {
  const data = Float32Array.of(1, 2, 3, 4, 5, 6);
  const tensor = createTensor(data, [2, 3]);
  assert.equal(tensor.data, data);
  assert.deepEqual(tensor.dims, [2, 3]);
});

Deno.test("createTensor() refuses data that do not fill the dims", () => {
  assert.throws(() => createTensor(new Float32Array(5), [2, 3]), {
    name: "TypeError",
    message: "Cannot create tensor of dims [2,3]: 5 elements were given",
  });
});

Deno.test("sliceAt() views a slice of axis 0 without copying", () => {
  const tensor = createTensor(Float32Array.from({ length: 12 }, (_, i) => i), [3, 2, 2]);
  const slice = sliceAt(tensor, 1);
  assert.deepEqual(slice, { data: Float32Array.of(4, 5, 6, 7), dims: [2, 2] });
  assert.equal(slice.data.buffer, tensor.data.buffer);
});

Deno.test("sliceAt() gives the numbers of a list as scalars", () => {
  const list = createTensor(Float32Array.of(7, 8), [2]);
  assert.deepEqual(sliceAt(list, 1), { data: Float32Array.of(8), dims: [] });
});

for (const index of [-1, 3, NaN]) {
  Deno.test(`sliceAt() refuses slice ${index} of 3`, () => {
    const tensor = createTensor(new Float32Array(3), [3, 1]);
    assert.throws(() => sliceAt(tensor, index), {
      name: "RangeError",
      message: `Cannot take slice ${index}: axis 0 holds 3`,
    });
  });
}
