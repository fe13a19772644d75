import assert from "node:assert/strict";
import { toPixelSpace } from "../../../src/analysis/kernel/pixel_space.ts";

const kernels = {
  data: Float32Array.of(
    ...[1, 2], // what the first channel weighs
    ...[3, 4],
    ...[5, 6],
    ...[-1, 0], // the second kernel
    ...[0, -1],
    ...[1, 1],
  ),
  dims: [2, 3, 1, 2],
};

Deno.test("toPixelSpace() divides every channel by its std", () => {
  const { data, dims } = toPixelSpace(kernels, { channels: "RGB", std: [1, 0.5, 0.25] });
  assert.deepEqual([...data], [1, 2, 6, 8, 20, 24, -1, 0, 0, -2, 4, 4]);
  assert.deepEqual(dims, kernels.dims);
});

Deno.test("toPixelSpace() puts the channels of BGR in the order RGB, each with its own std", () => {
  const { data } = toPixelSpace(kernels, { channels: "BGR", std: [1, 0.5, 0.25] });
  assert.deepEqual([...data], [20, 24, 6, 8, 1, 2, 4, 4, 0, -2, -1, 0]);
});

Deno.test("toPixelSpace() refuses kernels and std of other than three channels", () => {
  const grey = { data: new Float32Array(4), dims: [1, 1, 2, 2] };
  const image = { channels: "RGB", std: [1, 1, 1] } as const;
  assert.throws(() => toPixelSpace(grey, image), {
    name: "TypeError",
    message: "Cannot take kernels [1,1,2,2] to pixel space: 3 channels and 3 std are expected, " +
      "3 std were given",
  });
  assert.throws(() => toPixelSpace(kernels, { ...image, std: [1] }), TypeError);
});
