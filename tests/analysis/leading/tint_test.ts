import assert from "node:assert/strict";
import { measureTints, mixStrongest, mixTints } from "../../../src/analysis/leading/tint.ts";
import type { Tensor } from "../../../src/tensor/tensor.ts";

const lengthOf = ({ data }: Tensor) => Math.hypot(...data.subarray(0, 3));

Deno.test("measureTints() is 1 for one opponent colour, two thirds for a channel alone", () => {
  const red = { data: Float32Array.of(2, 1, -1, -0.5, -1, -0.5), dims: [1, 3, 2] };
  assert(Math.abs(lengthOf(measureTints(red)) - 1) < 1e-6);
  assert(measureTints(red).data[0]! > 0.8);
  const channel = { data: Float32Array.of(1, 2, 0, 0, 0, 0), dims: [1, 3, 2] };
  assert(Math.abs(lengthOf(measureTints(channel)) - 2 / 3) < 1e-6);
});

Deno.test("measureTints() is 0 for grey, for an edge between opposite colours, and for zeros", () => {
  const kernels = {
    data: Float32Array.of(
      ...[1, 3, 1, 3, 1, 3], // grey
      ...[1, -1, -0.5, 0.5, -0.5, 0.5], // red beside cyan
      ...[0, 0, 0, 0, 0, 0],
    ),
    dims: [3, 3, 2],
  };
  assert(measureTints(kernels).data.every((value) => Math.abs(value) < 1e-6));
});

Deno.test("mixTints() weighs what is read by its share of energy and by its sign", () => {
  const inputs = { data: Float32Array.of(1, 0, -1, 0, 1, -1), dims: [2, 3] };
  const reads = { data: Float32Array.of(0.8, -0.6), dims: [1, 2] };
  const { data, dims } = mixTints(reads, inputs);
  assert.deepEqual(dims, [1, 3]);
  const expected = [0.64, -0.36, -0.64 + 0.36];
  assert(expected.every((value, c) => Math.abs(data[c]! - value) < 1e-6), String(data));
});

Deno.test("mixTints() takes for each group the inputs that it reads", () => {
  const inputs = { data: Float32Array.of(1, 0, 0, 0, 1, 0), dims: [2, 3] };
  const { data } = mixTints({ data: Float32Array.of(1, 1, 1, 1), dims: [4, 1] }, inputs);
  assert.deepEqual(Array.from(data), [1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0]);
});

Deno.test("mixStrongest() weighs the strongest inputs by their share of the whole kernel", () => {
  const inputs = { data: Float32Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1), dims: [3, 3] };
  const mix = { input: [[2, 0], [1]], weight: [[4, -3], [0]], share: [0.5, null] };
  const { data, dims } = mixStrongest(mix, inputs);
  assert.deepEqual(dims, [2, 3]);
  const expected = [-0.5 * 9 / 25, 0, 0.5 * 16 / 25, 0, 0, 0];
  assert(expected.every((value, i) => Math.abs(data[i]! - value) < 1e-6), String(data));
});
