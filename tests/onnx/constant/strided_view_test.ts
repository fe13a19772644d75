import assert from "node:assert/strict";
import { sliceLaid, transposeLaid } from "../../../src/onnx/constant/strided_view.ts";

const laid = { data: [0, 1, 2, 3, 4, 5], dims: [2, 3] };

Deno.test("sliceLaid() takes axes forwards and backwards, as numpy does", () => {
  const slice = (axis: number, start: number, end: number, step: number): unknown =>
    sliceLaid(laid, [{ axis, start, end, step }]);
  assert.deepEqual(slice(0, -1, -(2 ** 63), -1), { data: [3, 4, 5, 0, 1, 2], dims: [2, 3] });
  assert.deepEqual(slice(1, 0, 2 ** 63, 2), { data: [0, 2, 3, 5], dims: [2, 2] });
  assert.deepEqual(slice(-1, -2, -1, 1), { data: [1, 4], dims: [2, 1] });
  assert.deepEqual(slice(1, 9, 0, -2), { data: [2, 5], dims: [2, 1] });
  assert.deepEqual(slice(1, 2, 1, 1), { data: [], dims: [2, 0] });
});

Deno.test("sliceLaid() slices no axis that is missing, and in no steps of 0", () => {
  assert.equal(sliceLaid(laid, [{ axis: 2, start: 0, end: 1, step: 1 }]), null);
  assert.equal(sliceLaid(laid, [{ axis: 0, start: 0, end: 1, step: 0 }]), null);
});

Deno.test("transposeLaid() reorders axes", () => {
  const turned = { data: [0, 3, 1, 4, 2, 5], dims: [3, 2] };
  assert.deepEqual(transposeLaid(laid, [1, 0]), turned);
  assert.deepEqual(transposeLaid(laid, undefined), turned);
  assert.equal(transposeLaid(laid, [0, 2]), null);
});
