import type { KernelMoves } from "../analysis/comparison/kernel_moves.ts";
import type { PhotoErrors } from "../analysis/comparison/photo_errors.ts";
import type { Pairing } from "../analysis/comparison/relative_error.ts";
import type { PlannedComparison, StagePair } from "../plan/comparison_plan.ts";
import type { Reason } from "../reason/reason.ts";

/** What was found about two models that are compared. */
export interface ComparisonFinding {
  readonly planned: PlannedComparison;
  /** Whether both saw the photos alike. */
  readonly seenAlike: boolean;
  /** What was found about the layers that go together, in the order of the plan. */
  readonly layers: readonly TwinsFinding[];
}

/** What was found about two layers that go together. */
export interface TwinsFinding extends MapsComparison {
  /** Which input of the other goes with each input; null where each with that at its place. */
  readonly inputs: Pairing;
  readonly moves: KernelMoves | { readonly missing: Reason };
}

/** How far the maps of two layers are apart, and which go together. */
export interface MapsComparison {
  /** How many pairs of kernels there are. */
  readonly pairs: number;
  readonly other: Pairing;
  readonly stages: StagePair;
  /** The ids of the photos on which their maps are compared. */
  readonly photos: readonly string[];
  readonly errors: PhotoErrors | { readonly missing: Reason };
}
