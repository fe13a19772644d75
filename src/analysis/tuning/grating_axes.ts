/** What the gratings of a tuning are like, an axis each. */
export interface GratingAxes {
  /** Along which way their stripes run, in degrees, counter-clockwise: 0 lies like –, 90 like |. */
  readonly orientations: readonly number[];
  /** In cycles per pixel, the lowest first. */
  readonly frequencies: readonly number[];
  /** The hues in degrees: 0 is red, 60 yellow, 120 green; none for a network that sees grey. */
  readonly hues: readonly number[];
}

/**
 * The axes of all tunings. Half-heights of what responds to edges lie some 40 degrees apart, so
 * directions are summed exactly from eight. Times strides of 2 to 32, no frequency comes near a whole
 * number: the cells of a map see a grating in many phases, and one picture of it does for all.
 */
export const GRATING_AXES: GratingAxes = {
  orientations: [0, 22.5, 45, 67.5, 90, 112.5, 135, 157.5],
  frequencies: [0.035, 0.075, 0.16, 0.34],
  hues: [0, 60, 120, 180, 240, 300],
};

/** Counts the pictures of a tuning: plain grey, all gratings, and one a hue. */
export function countStimuli({ orientations, frequencies, hues }: GratingAxes): number {
  return 1 + orientations.length * frequencies.length + hues.length;
}
