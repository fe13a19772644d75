/**
 * How many seconds things take on a machine of two cores: what an estimate before the work is made
 * of, and what one step of the work weighs beside the others. `deno task bench:forecast` compares.
 */
export const SECONDS = {
  /** A number of a kernel: read, drawn, measured, written. */
  kernelNumber: 1.8e-7,
  /** A kernel. */
  kernel: 8e-5,
  /** A pair of kernels of one layer: compared. */
  kernelPair: 2e-8,
  /** A photo: read, brought to its size, drawn. */
  photo: 0.1,
  /** A photo of a dataset: read, brought to its size. */
  measuredPhoto: 0.004,
  /** A number of a map on it: counted. */
  measuredNumber: 5e-9,
  /** A photo of a dataset that patches are cut from: read, brought to its size. */
  patchedPhoto: 0.005,
  /** A patch: cut, shrunk, written. */
  patch: 5e-4,
  /** A multiplication of a network. */
  multiplication: 2.4e-11,
  /** A number of a map: drawn, measured, written. */
  mapNumber: 7e-8,
  /** A number of a map that is compared with that of another photo. */
  comparedNumber: 4e-9,
  /** A weight that is read again and compared with that of another model. */
  comparedWeight: 2e-8,
  /** A number of a map that is set aside, and compared with that of another model. */
  comparedMapNumber: 3e-8,
  /** A map. */
  map: 5e-5,
  /** A multiplication by which a map is shared out among the slices that make it. */
  term: 2.4e-11,
  /** A number of a kernel at each pixel of the field that it is composed to. */
  composition: 3.6e-11,
  /** A number of a kernel that is composed down to the pixels: drawn and measured. */
  composedNumber: 1.9e-7,
  /** A number of what an activation is projected to. */
  projectedNumber: 6e-7,
  /** A pair of a kernel and its maps: the rule is tested on it. */
  studiedPair: 3e-5,
  /** A pair on the pages. */
  pagePair: 4e-5,
  /** A pair on one photo on the pages. */
  pagePairPhoto: 2e-5,
} as const;
