import type { MeasureSection } from "../measure_section.ts";

/** The words of what gratings tell of kernels, in English. */
export const TUNING_MEASURES_EN: MeasureSection["tuning"] = {
  orientation: {
    name: "tuned orientation",
    unit: "degrees",
    meaning:
      "Along which way the stripes run that it responds to most, counter-clockwise: 0° lies " +
      "like –, 90° like |; where it hardly prefers any, which is a selectivity below 0.1, none.",
  },
  orientationBandwidth: {
    name: "orientation width",
    unit: "degrees",
    meaning: "How far apart the orientations are at which its response falls to half.",
  },
  orientationSelectivity: {
    name: "orientation selectivity",
    unit: null,
    meaning:
      "How much one orientation leads the others: 1 − the circular variance of its responses.",
  },
  frequency: {
    name: "tuned frequency",
    unit: "cycles / pixel",
    meaning:
      "The frequency of the stripes that it responds to most; 0.035 and 0.34 are the ends of " +
      "what was tried.",
  },
  frequencyBandwidth: {
    name: "frequency width",
    unit: "octaves",
    meaning: "How far apart the frequencies are at which its response falls to half.",
  },
  frequencySelectivity: {
    name: "frequency selectivity",
    unit: null,
    meaning:
      "How much one frequency leads the others: 0 where all respond alike, 1 where one does.",
  },
  hue: {
    name: "tuned hue",
    unit: "degrees",
    meaning:
      "The hue that it responds to most, at the same sum of red, green and blue: 0° red, 60° " +
      "yellow, 120° green; of a hue and its opposite the one below 180°.",
  },
  hueSelectivity: {
    name: "hue selectivity",
    unit: null,
    meaning: "How much one hue, or one and its opposite, lead the others.",
  },
  response: {
    name: "response to gratings",
    unit: null,
    meaning:
      "The largest number of its map on a grating or a hue, above that on plain grey, behind " +
      "the activation.",
  },
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
