/** How well a label is told from all others. */
export interface LabelAuc {
  /**
   * The chance that the value of a photo of the label is above that of another one, ties by halves
   * (the area under the ROC curve).
   */
  readonly value: number;
  /** How many deviations of chance it is above 1/2. */
  readonly deviations: number;
}

/**
 * Measures how well values tell photos of a label from all others, as far as bins tell it: values of
 * one bin count as equal, an error of at most half the chance that two photos share one.
 *
 * @param own How many photos of the label have their value in each bin, in rising order.
 * @param all The same of all photos that have a label.
 * @returns Null where the label has no photo, or all.
 */
export function measureAuc(own: ArrayLike<number>, all: ArrayLike<number>): LabelAuc | null {
  let [photos, others, above] = [0, 0, 0];
  for (let bin = 0; bin < own.length; bin++) {
    const rest = all[bin]! - own[bin]!;
    above += own[bin]! * (others + rest / 2);
    photos += own[bin]!;
    others += rest;
  }
  if (photos === 0 || others === 0) return null;
  const value = above / (photos * others);
  // That of the U statistic of Mann and Whitney (1947); ties make it smaller.
  const deviation = Math.sqrt((photos + others + 1) / (12 * photos * others));
  return { value, deviations: (value - 0.5) / deviation };
}
