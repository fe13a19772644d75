import type { Random } from "../random.ts";

/** Draws points in space, and gives the distances between them, [count, count]. */
export function drawDistances(random: Random, count: number): Float32Array {
  const points = Array.from({ length: count }, () => random.floats(3));
  const measure = (a: Float32Array, b: Float32Array) => Math.hypot(...a.map((x, i) => x - b[i]!));
  return Float32Array.from(points.flatMap((a) => points.map((b) => measure(a, b))));
}
