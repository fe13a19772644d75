/**
 * How many seconds things take on a machine of two cores: what an estimate before the work is made
 * of, and what one step of the work weighs beside the others.
 */
export const SECONDS = {
  /** A number of a kernel: read, drawn, measured. */
  kernelNumber: 9e-7,
  /** A pair of kernels of one layer: compared. */
  kernelPair: 4e-7,
  /** A multiplication of a network. */
  multiplication: 5e-11,
  /** A number of a map: drawn, measured. */
  mapNumber: 6e-7,
  /** A number of the maps that a layer reads: drawn. */
  inputNumber: 1e-7,
  /** A term of a map by one slice of its kernel, in one cell. */
  term: 2e-11,
  /** A number of a kernel at each pixel of the field that it is composed to. */
  composition: 1e-10,
  /** A number of a kernel that is composed down to the pixels: drawn. */
  composedNumber: 2e-7,
  /** A number of what an activation is projected to, and a layer that it goes back through. */
  projectedNumber: 1e-6,
  /** A pair of a kernel and its map on all photos: the rule is tested on it. */
  studiedPair: 1e-3,
  /** A pair on the pages. */
  pagePair: 3e-4,
  /** A pair on one photo on the pages. */
  pagePairPhoto: 1e-4,
  /** What is written beside the pages of layers. */
  pages: 0.05,
} as const;
