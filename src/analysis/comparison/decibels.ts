/** Gives the ratio of signal to noise of a relative error in decibels; null where there is no noise. */
export function toDecibels(error: number): number | null {
  return error > 0 ? -20 * Math.log10(error) : null;
}
