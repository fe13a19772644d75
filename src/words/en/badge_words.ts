/** The badges of layers, in English. */
export const BADGE_EN = {
  "batchnorm-folded": {
    name: "batchnorm-folded",
    meaning: "A batch normalisation was folded into these weights: each kernel is scaled",
  },
  "weights-folded": {
    name: "weights-folded",
    meaning: "The exporter computed these weights from others, such as those of a weight norm; " +
      "the file does not tell from which",
  },
  derived: {
    name: "derived",
    meaning: "The model computes these weights from constants, such as those of a weight norm; " +
      "the kernels are shown as it computes them",
  },
  computed: {
    name: "computed",
    meaning: "The model makes these weights while it runs; the file does not hold them",
  },
  "fully-connected": {
    name: "fully connected",
    meaning: "Every kernel weighs all that the photo has become, and its map is one number",
  },
  depthwise: { name: "depthwise", meaning: "Each kernel reads one channel only" },
  "not-capturable": {
    name: "not-capturable",
    meaning: "It stands where the runtime lets nothing be tapped",
  },
  quantized: {
    name: "quantized",
    meaning: "The file stores whole numbers; the kernels are shown as the numbers they stand for",
  },
  shared: { name: "shared", meaning: "Another layer is made of the same stored weights" },
};

/** The badges of layers, by what `report.json` calls them. */
export type BadgeWords = typeof BADGE_EN;
