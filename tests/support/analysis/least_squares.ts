import { Matrix, solve } from "ml-matrix";

/**
 * Solves min ‖design·x − target‖₂ and gives x; of several, the shortest. So columns that depend on
 * each other, such as the three channels of a grey photo, do no harm.
 */
export function solveLeastSquares(
  design: readonly ArrayLike<number>[],
  target: ArrayLike<number>,
): number[] {
  const column = Matrix.columnVector(Array.from(target));
  return solve(new Matrix(design.map((row) => Array.from(row))), column, true).to1DArray(); // true: by singular values
}
