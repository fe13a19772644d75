import type { MeasureSection } from "../measure_section.ts";

/** The words of what gratings tell of kernels, in English. */
export const TUNING_MEASURES_EN: MeasureSection["tuning"] = {
  orientation: { name: "tuned orientation", unit: "degrees" },
  orientationBandwidth: { name: "orientation width", unit: "degrees" },
  orientationSelectivity: { name: "orientation selectivity", unit: null },
  frequency: { name: "tuned frequency", unit: "cycles / pixel" },
  frequencyBandwidth: { name: "frequency width", unit: "octaves" },
  frequencySelectivity: { name: "frequency selectivity", unit: null },
  hue: { name: "tuned hue", unit: "degrees" },
  hueSelectivity: { name: "hue selectivity", unit: null },
  response: { name: "response to gratings", unit: null },
};

/** The words of the plots of a tuning, in English. */
export const TUNING_EN = {
  heading: "What it responds to, by gratings",
  orientation: "Orientation",
  frequency: "Frequency",
  hue: "Hue",
  /** The stripes that it prefers, and how many degrees lie between its half-heights. */
  stripes: (angle: string, width: string | null) =>
    width === null ? `stripes at ${angle}` : `stripes at ${angle}, ${width} wide`,
  noOrientation: "no orientation leads",
  /** A frequency, and how many octaves lie between its half-heights. */
  cycles: (frequency: string, octaves: string | null) =>
    octaves === null
      ? `${frequency} cycles / pixel`
      : `${frequency} cycles / pixel, ${octaves} octaves wide`,
  noFrequency: "no frequency leads",
  hues: ["red", "yellow", "green", "cyan", "blue", "magenta"],
  one: (hue: string, angle: string) => `${hue}, ${angle}`,
  two: (hue: string, opposite: string) => `${hue} and ${opposite}`,
  noHue: "no hue leads",
  none: "It responds to none of the gratings more than to plain grey.",
  /** The curve in words: shares of the largest response. */
  curve: (name: string, caption: string, values: string) => `${name}: ${caption}. ${values}.`,
  value: (at: string, share: string) => `${at}: ${share}`,
  response: (strongest: string) => `Strongest response: ${strongest} above that to plain grey.`,
  padded: "Its cells read padding too.",
  /** How many pictures were run, and how large they were. */
  pictures: (count: string, size: string) => `${count} pictures of ${size} pixels were run.`,
};

/** The words of the plots of a tuning. */
export type TuningWords = typeof TUNING_EN;
