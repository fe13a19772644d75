import type { KernelMoves } from "../analysis/comparison/kernel_moves.ts";
import type { PhotoErrors } from "../analysis/comparison/photo_errors.ts";

/** `comparisons/<a>/<b>.json`, and the content of the `.js` beside it: the numbers of each kernel. */
export interface ComparisonFile {
  /** What this file is. */
  readonly format: "convatlas-comparison";
  /** The version of the format; a reader refuses one it does not know. */
  readonly version: 1;
  /** The id of the model that the other is compared with. */
  readonly a: string;
  /** The id of the other. */
  readonly b: string;
  /** The layers, in the order of `report.json`. */
  readonly layers: readonly ComparedColumns[];
}

/** Two layers that go together: a column a number, in the order of the kernels of `a`. */
export interface ComparedColumns {
  /** The id of the layer of `a`. */
  readonly a: string;
  /** The id of the layer of `b`. */
  readonly b: string;
  /** The kernel of `b` that goes with each; null where each goes with that at its place. */
  readonly other: readonly number[] | null;
  /** The input of `b` that goes with each of `a`; null where each goes with that at its place. */
  readonly inputs: readonly number[] | null;
  /**
   * The relative errors of the maps; null where none are compared. `photo` is the place in `images` of
   * the layer in `report.json`.
   */
  readonly errors: PhotoErrors | null;
  /** How far the kernels have moved; null where they are not compared. */
  readonly moves: KernelMoves | null;
}
