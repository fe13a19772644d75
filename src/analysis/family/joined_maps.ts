import type { Tensor } from "../../tensor/tensor.ts";

/**
 * Joins the maps of a layer on all photos to a row a kernel, centred, so that the cosine of two rows
 * is the correlation of their maps:
 *
 *     r(a, b) = cov(a, b) / √(var(a) var(b)), each photo counting the same
 *
 * The rows of maps that are the same everywhere, or not finite, are zeros.
 *
 * @param photos The maps on each photo, [kernels, cells].
 */
export function joinMaps(photos: readonly Tensor[]): Tensor {
  const count = photos[0]?.dims[0] ?? 0;
  const cells = photos.reduce((sum, { dims }) => sum + dims[1]!, 0);
  const data = new Float32Array(count * cells);
  for (let k = 0; k < count; k++) {
    const parts = photos.map(({ data, dims: [, size = 0] }) => {
      return data.subarray(k * size, (k + 1) * size);
    });
    if (isEven(parts)) continue;
    centre(parts, data.subarray(k * cells, (k + 1) * cells));
  }
  return { data, dims: [count, cells] };
}

function isEven(parts: readonly Float32Array[]): boolean {
  const first = parts.find((part) => part.length > 0)?.[0];
  return parts.every((part) => part.every((value) => value === first));
}

function centre(parts: readonly Float32Array[], row: Float32Array): void {
  const means = parts.map(average);
  const mean = means.reduce((sum, each) => sum + each, 0) / means.length;
  if (!Number.isFinite(mean)) return;
  let at = 0;
  for (const part of parts) {
    const scale = 1 / Math.sqrt(part.length);
    for (let i = 0; i < part.length; i++) row[at++] = (part[i]! - mean) * scale;
  }
}

function average(part: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < part.length; i++) sum += part[i]!;
  return sum / part.length;
}
