import type { Plane } from "../../tensor/area_average.ts";

/**
 * Measures how steep a plane is at every cell: the magnitude of Sobel's gradient.
 *
 *     out = √(gx² + gy²),   gx = (1 2 1)ᵀ (−1 0 1) ∗ in,   gy = (−1 0 1)ᵀ (1 2 1) ∗ in
 *
 * Beyond the border the plane goes on with its last cell, so that its frame is no edge.
 */
export function measureSteepness({ data, height, width }: Plane): Plane {
  const steepness = new Float32Array(height * width);
  for (let y = 0; y < height; y++) {
    const above = Math.max(0, y - 1) * width;
    const here = y * width;
    const below = Math.min(height - 1, y + 1) * width;
    for (let x = 0; x < width; x++) {
      const left = Math.max(0, x - 1);
      const right = Math.min(width - 1, x + 1);
      const rising = data[above + right]! - data[below + left]!;
      const falling = data[below + right]! - data[above + left]!;
      const across = rising + falling + 2 * (data[here + right]! - data[here + left]!);
      const down = falling - rising + 2 * (data[below + x]! - data[above + x]!);
      steepness[here + x] = Math.sqrt(across * across + down * down);
    }
  }
  return { data: steepness, height, width };
}
