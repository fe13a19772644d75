/** The words of how a photo becomes input, in English. */
export const PREPROCESS_EN = {
  crop: (size: string) => `centre crop ${size}`,
  greyChannel: "one grey channel",
  channels: (order: string) => `channels in the order ${order}`,
  sizeKept: "size of the photo kept",
  toInput: (interpolation: string) =>
    `to the size of the network's input by the shortest side and a centre crop, ${interpolation}`,
  shortestSide: (side: string, interpolation: string) =>
    `shortest side to ${side} pixels, ${interpolation}`,
  longestSide: (side: string) => `longest side at most ${side}`,
  resized: "resized",
  resizedTo: (size: string) => `resized to ${size}`,
  fits: {
    contain: "the whole photo with margins",
    cover: "filled, the rest cut off",
    fill: "stretched",
  },
  margins: (level: string) => `margins of level ${level}`,
  interpolations: {
    bilinear: "bilinear",
    bicubic: "bicubic",
    lanczos3: "lanczos3",
    nearest: "nearest",
  },
  profilesConverted: "colour profiles converted to sRGB",
  /** What was done with the colour profile that a photo carries. */
  profiles: {
    ignore: (name: string) => `carries “${name}”; levels as stored`,
    convert: (name: string) => `carries “${name}”; converted to sRGB`,
  },
  arrays: "none, as arrays are fed as they are",
  array: (size: string) => `an array of ${size}, fed as it is`,
  formula: (value: string) => `value = ${value}`,
  level: "level",
  found: (origin: string) => `found automatically: ${origin}`,
  sayOtherwise: "“preprocess” in the config, or --preprocess, says otherwise",
};

/** The words of how a photo becomes input. */
export type PreprocessSection = typeof PREPROCESS_EN;
