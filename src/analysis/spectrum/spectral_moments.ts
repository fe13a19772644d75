/** Sums over the power P of a kernel at all frequencies f = (x, y), in cycles per pixel. */
export interface SpectralMoments {
  /** Σ P(f) */
  readonly total: number;
  /** Σ P(f) |f| */
  readonly radial: number;
  /** Σ P(f) x² */
  readonly xx: number;
  /** Σ P(f) y² */
  readonly yy: number;
  /** Σ P(f) x y, without x or y of −½, which is ½ too, so that they cancel. */
  readonly xy: number;
}

/** Measures the moments of a kernel [in, height, width], of finite weights. */
export type MeasureMoments = (weights: Float32Array) => SpectralMoments;

/** Gives the frequency of cell `i` along an axis of a spectrum, in cycles per pixel, −½ to ½. */
export function frequencyAt(i: number, size: number): number {
  return (i < size / 2 ? i : i - size) / size;
}

/** The waves of all frequencies of an axis, by how far they have turned. */
export interface Waves {
  readonly cosine: Float64Array;
  readonly sine: Float64Array;
}

/** Makes the waves of an axis of so many frequencies. */
export function createWaves(size: number): Waves {
  const angles = Float64Array.from({ length: size }, (_, i) => 2 * Math.PI * i / size);
  return { cosine: angles.map(Math.cos), sine: angles.map(Math.sin) };
}
