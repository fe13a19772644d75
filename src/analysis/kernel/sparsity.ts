/** The share of a layer's largest weight below which a weight counts as none. */
export const SPARSE_SHARE = 0.01;

/**
 * Measures the share of weights below 1 % of the largest of the layer: |w| < 0.01 max |w|.
 *
 * @param weights The finite weights of a kernel.
 * @param largest The largest |w| of the layer.
 * @returns null where the layer is zero.
 * @see Gavrikov and Keuper, CNN Filter DB, CVPR 2022
 */
export function measureSparsity(weights: Float32Array, largest: number): number | null {
  if (largest === 0) return null;
  let sparse = 0;
  for (let i = 0; i < weights.length; i++) {
    if (Math.abs(weights[i]!) < SPARSE_SHARE * largest) sparse++;
  }
  return sparse / weights.length;
}
