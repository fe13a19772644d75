import assert from "node:assert/strict";
import { inferReshape, inferSqueeze, inferUnsqueeze } from "../../../src/onnx/constant/reshape.ts";

type Dims = readonly number[];

const ints = (values: Dims) => ({ ints: values, graphs: [] });

// [operation, dims, numbers, result]
const cases: readonly [typeof inferReshape, Dims, Dims | null, Dims | null][] = [
  [inferReshape, [2, 3, 4], [4, 6], [4, 6]],
  [inferReshape, [2, 3, 4], [-1], [24]],
  [inferReshape, [2, 3, 4], [0, -1], [2, 12]], // 0 keeps an extent
  [inferReshape, [2, 3, 4], [3, -1, 0], [3, 2, 4]],
  [inferReshape, [2, 3, 4], null, null],
  [inferSqueeze, [1, 2, 1, 3], null, [2, 3]],
  [inferSqueeze, [1, 2, 1, 3], [0], [2, 1, 3]],
  [inferSqueeze, [1, 2, 1, 3], [-2], [1, 2, 3]],
  [inferUnsqueeze, [2, 3], [0], [1, 2, 3]],
  [inferUnsqueeze, [2, 3], [-1], [2, 3, 1]],
  [inferUnsqueeze, [2, 3], [1, 3], [2, 1, 3, 1]],
  [inferUnsqueeze, [], [0, 1], [1, 1]],
  [inferUnsqueeze, [2, 3], null, null],
];

for (const [infer, dims, numbers, result] of cases) {
  Deno.test(`${infer.name}() gives ${JSON.stringify(result)} of [${dims}] by ${JSON.stringify(numbers)}`, () => {
    const attribute = numbers === null ? undefined : ints(numbers);
    assert.deepEqual(infer(dims, attribute), result);
    if (numbers === null) return;
    const input = { data: Float32Array.from(numbers), dims: [numbers.length] };
    assert.deepEqual(infer(dims, input), result); // since opset 5 or 13
  });
}
