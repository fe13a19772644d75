import assert from "node:assert/strict";
import { transpose } from "../../../src/onnx/constant/transpose.ts";
import { countElements, type Tensor } from "../../../src/tensor/tensor.ts";
import { createRandom } from "../../support/random.ts";
import { countingTensor } from "../../support/tensors.ts";

function at({ data, dims }: Tensor, place: readonly number[]): number {
  return data[place.reduce((sum, index, axis) => sum * dims[axis]! + index, 0)]!;
}

Deno.test("transpose() moves the element at every index, for any order of up to five axes", () => {
  const random = createRandom(3);
  for (let i = 0; i < 60; i++) {
    const dims = Array.from({ length: random.whole(1, 5) }, () => random.whole(1, 4));
    const order = dims.map((_, axis) => axis).sort(() => random.whole(0, 1) - 0.5);
    const tensor = countingTensor(dims);
    const turned = transpose(tensor, order);
    assert.deepEqual(turned.dims, order.map((axis) => dims[axis]!));
    for (let n = 0; n < 20; n++) {
      const place = dims.map((extent) => random.whole(0, extent - 1));
      assert.equal(at(turned, order.map((axis) => place[axis]!)), at(tensor, place));
    }
  }
});

Deno.test("transpose() takes scalars and tensors without elements", () => {
  assert.deepEqual([...transpose(countingTensor([]), []).data], [0]);
  assert.deepEqual(transpose(countingTensor([2, 0]), [1, 0]).dims, [0, 2]);
});

Deno.test("transpose() by the inverse order gives the tensor back", () => {
  const tensor = countingTensor([2, 3, 4, 5]);
  const turned = transpose(tensor, [2, 3, 1, 0]);
  assert.equal(countElements(turned.dims), 120);
  assert.deepEqual(transpose(turned, [3, 2, 0, 1]), tensor);
});
