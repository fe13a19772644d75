/** What may be odd about a layer, in the order in which a layer is asked for it. */
export const ODDITY_KINDS = [
  "damage", // a map differs from that of the model it is compared with
  "not-finite", // weights or maps hold NaN or infinity
  "equal-maps", // maps are equal on every photo, though their kernels differ
  "mergeable", // kernels read the same inputs with the same weights and bias, up to a factor
  "same-on-all", // a map is the same on several photos
  "copies-input", // a map is made of one of many inputs alone
  "never-on", // a map is 0 in every cell of every photo, behind the activation
  "rarely-on", // a map is on in hardly a photo of a dataset
  "zero-kernel", // the weights of a kernel are next to zero
  "constant", // a map is one value in every cell of every photo
  "one-blur", // most kernels of a depthwise layer are the same blur
  "one-filter", // most kernels of a depthwise layer are the same filter, and no blur
  "colour-lost", // maps need no colours, though those that the layer reads do
  "outlier", // a map reaches three times as far from 0 as any other
  "still-photo", // a map of a deep layer is still half photo or more
  "border", // maps are strongest on the padding
  "always-on", // a map is above 0 in every cell of every photo, behind the activation
  "needs-colour", // a map of a deeper layer is made of colour
] as const;

/** A kind of what may be odd. */
export type OddityKind = typeof ODDITY_KINDS[number];
