import { Matrix, SVD } from "ml-matrix";

/** A matrix as its rows, all of one length. */
export type MatrixRows = readonly ArrayLike<number>[];

/** Gives the singular values of a matrix, largest first. */
export function singularValues(rows: MatrixRows): number[] {
  const { diagonal } = new SVD(toMatrix(rows), {
    computeLeftSingularVectors: false,
    computeRightSingularVectors: false,
    autoTranspose: true, // the routine wants no fewer rows than columns
  });
  return diagonal;
}

function toMatrix(rows: MatrixRows): Matrix {
  return new Matrix(rows.map((row) => Array.from(row)));
}
