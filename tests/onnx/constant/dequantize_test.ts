import assert from "node:assert/strict";
import { dequantize } from "../../../src/onnx/constant/dequantize.ts";
import { createTensor, type Tensor } from "../../../src/tensor/tensor.ts";

const x = createTensor(Float32Array.of(0, 1, 2, 3, 4, 5, 6, 7), [2, 4]);

function tensor(values: readonly number[], dims: readonly number[] = [values.length]): Tensor {
  return createTensor(Float32Array.from(values), dims);
}

/** How x is dequantized, and what comes of it. */
interface Case {
  readonly title: string;
  readonly scale: Tensor;
  readonly zeroPoint?: Tensor;
  readonly axis?: number;
  readonly blockSize?: number;
  readonly expected: readonly number[];
}

const cases: readonly Case[] = [
  {
    title: "by one scale and zero point",
    scale: tensor([2], []),
    zeroPoint: tensor([1], []),
    expected: [-2, 0, 2, 4, 6, 8, 10, 12],
  },
  { title: "by one scale in a list", scale: tensor([2]), expected: [0, 2, 4, 6, 8, 10, 12, 14] },
  {
    title: "along axis 0",
    scale: tensor([1, 10]),
    zeroPoint: tensor([0, 4]),
    axis: 0,
    expected: [0, 1, 2, 3, 0, 10, 20, 30],
  },
  {
    title: "along the last axis",
    scale: tensor([1, 2, 3, 4]),
    axis: -1,
    expected: [0, 2, 6, 12, 4, 10, 18, 28],
  },
  {
    title: "along axis 0 by one zero point",
    scale: tensor([1, 10]),
    zeroPoint: tensor([1], []),
    axis: 0,
    expected: [-1, 0, 1, 2, 30, 40, 50, 60],
  },
  {
    title: "by blocks of two along axis 1",
    scale: tensor([1, 2, 3, 4], [2, 2]),
    zeroPoint: tensor([0, 1, 0, 1], [2, 2]),
    axis: 1,
    blockSize: 2,
    expected: [0, 1, 2, 4, 12, 15, 20, 24],
  },
  {
    title: "by blocks of three along axis 1, the last of them short",
    scale: tensor([1, 2, 3, 4], [2, 2]),
    axis: 1,
    blockSize: 3,
    expected: [0, 1, 2, 6, 12, 15, 18, 28],
  },
  {
    title: "by blocks of two along axis 0",
    scale: tensor([1, 2, 3, 4], [1, 4]),
    axis: 0,
    blockSize: 2,
    expected: [0, 2, 6, 12, 4, 10, 18, 28],
  },
];

for (const { title, scale, zeroPoint = null, axis = 1, blockSize = 0, expected } of cases) {
  Deno.test(`dequantize() computes (x - zero) * scale ${title}`, () => {
    const { data, dims } = dequantize(x, { scale, zeroPoint, axis, blockSize });
    assert.deepEqual([...data], expected);
    assert.deepEqual(dims, x.dims);
  });
}

// [what, scale, zero point, axis]
const unfit: readonly [string, Tensor, Tensor | null, number][] = [
  ["too many scales", tensor([1, 2, 3]), null, 0],
  ["no scale", tensor([]), null, 0],
  ["an axis that is not there", tensor([1, 2]), null, 5],
  ["fewer zero points than scales", tensor([1, 2, 3, 4]), tensor([0, 1]), 1],
];

for (const [what, scale, zeroPoint, axis] of unfit) {
  Deno.test(`dequantize() refuses ${what}`, () => {
    assert.throws(
      () => dequantize(x, { scale, zeroPoint, axis, blockSize: 0 }),
      /^SyntaxError: Cannot dequantize tensor of dims \[2,4\] along axis \d: /,
    );
  });
}
