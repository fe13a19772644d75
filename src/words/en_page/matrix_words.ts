import { formatCount, plural } from "../quantity.ts";

/** The words of a layer whose kernels are single weights, in English. */
export const MATRIX_EN = {
  heading: "Its weights, a matrix",
  rows: (kernels: number) => `↓ ${plural(kernels, "kernel")}`,
  columns: (inputs: number) => `→ ${plural(inputs, "input")}`,
  ordered: "Rows and columns stand so that like ones are neighbours.",
  orderedInGroups: "Groups stand in their order; within each like rows and columns are neighbours.",
  /** Where rows, or columns, are too many to be compared. */
  inOrder: "Rows and columns are too many to be compared: they stand in their own order.",
  norms: "Bars: the norm of each row and column.",
  averaged: (rows: number, columns: number) =>
    `A pixel is the mean of ${formatCount(rows)} × ${formatCount(columns)} weights.`,
  limit: (limit: string) =>
    `From −${limit} to ${limit} in steps of 4 levels, zero in the middle; what is beyond has the colour of the ends.`,
  alt: (kernels: string, inputs: string) => `Matrix of weights, ${kernels} by ${inputs}`,
  hint: "Point at the matrix to read its weights; a click chooses the kernel.",
};

/** The words of a layer whose kernels are single weights. */
export type MatrixWords = typeof MATRIX_EN;
