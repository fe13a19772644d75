import assert from "node:assert/strict";
import { combine, inferBroadcast } from "../../../src/onnx/constant/broadcast.ts";
import { countingTensor } from "../../support/tensors.ts";

type Dims = readonly number[];

// [a, b, dims]
const cases: readonly [Dims, Dims, Dims | null][] = [
  [[2, 3], [2, 3], [2, 3]],
  [[2, 3], [], [2, 3]],
  [[2, 3], [3], [2, 3]],
  [[2, 1], [3], [2, 3]],
  [[4, 1, 1], [2, 3], [4, 2, 3]],
  [[1], [0], [0]],
  [[2, 3], [2], null],
  [[2, 3], [4, 3], null],
];

for (const [a, b, dims] of cases) {
  Deno.test(`inferBroadcast() gives ${JSON.stringify(dims)} for [${a}] and [${b}]`, () => {
    assert.deepEqual(inferBroadcast(a, b), dims);
    assert.deepEqual(inferBroadcast(b, a), dims);
  });
}

Deno.test("combine() repeats what is short along an axis", () => {
  const subtract = (a: number, b: number) => a - b;
  const row = countingTensor([3]); // 0 1 2
  const column = countingTensor([2, 1]); // 0, 1
  const { data, dims } = combine(row, column, [2, 3], subtract);
  assert.deepEqual([...data], [0, 1, 2, -1, 0, 1]);
  assert.deepEqual(dims, [2, 3]);
});

Deno.test("combine() is the loop over all indices", () => {
  const [a, b] = [countingTensor([2, 1, 3, 1]), countingTensor([4, 1, 5])];
  const { data } = combine(a, b, [2, 4, 3, 5], (x, y) => 100 * x + y);
  let i = 0;
  for (let p = 0; p < 2; p++) {
    for (let q = 0; q < 4; q++) {
      for (let r = 0; r < 3; r++) {
        for (let s = 0; s < 5; s++) {
          assert.equal(data[i++], 100 * a.data[p * 3 + r]! + b.data[q * 5 + s]!);
        }
      }
    }
  }
});
