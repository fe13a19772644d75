/** Gives the scalar product Σ aᵢ bᵢ of two runs of equal length. */
export function dot(a: Float64Array, b: Float64Array): number {
  let [even, odd] = [0, 0]; // two sums, as each addition waits for the one before
  const pairs = a.length - a.length % 2;
  for (let i = 0; i < pairs; i += 2) {
    even += a[i]! * b[i]!;
    odd += a[i + 1]! * b[i + 1]!;
  }
  return pairs < a.length ? even + odd + a[pairs]! * b[pairs]! : even + odd;
}
