/** Measures the norm of weights, √(Σ w²); the non-finite ones are left out. */
export function measureNorm(weights: Float32Array): number {
  let squares = 0;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i]!;
    if (Number.isFinite(weight)) squares += weight * weight;
  }
  return Math.sqrt(squares);
}
