import type { Values } from "../kernel/kernel_measures.ts";
import { decide, type Decision } from "../kind/decision.ts";
import { compareTo, type Threshold, type ThresholdSide } from "../kind/threshold.ts";
import type { What } from "./what.ts";

/** The selectivity from which gratings of one orientation lead the others. */
export const ORIENTED_TUNING: Threshold = { at: 0.3, doubt: 0.15 };

/** The preferred frequency from which gratings are fine, in cycles per pixel. */
export const FINE_TUNING: Threshold = { at: 0.12, doubt: 0.05 };

// The share of a map that no line through that of the grey photo explains, from which it is coloured.
const COLOUR_DEPENDENCE: Threshold = { at: 0.5, doubt: 0.25 };

/** The same of the photo without its details, or without what is coarse. */
export const SCALE_DEPENDENCE: Threshold = { at: 0.5, doubt: 0.25 };

/** What the kernels of a layer answer to, as far as it was asked. */
export interface AnswerColumns {
  /** Null where no gratings were run. */
  readonly tuning:
    | Readonly<Record<"orientationSelectivity" | "frequency" | "hueSelectivity", Values>>
    | null;
  /** Null where no trials were run. */
  readonly experiments:
    | Readonly<Record<Trial, { readonly mean: Values }>>
    | null;
}

type Trial = "colourDependence" | "detailDependence" | "coarseDependence";

/**
 * Classifies a kernel by what it answers to. Where gratings of one orientation lead, it is an edge;
 * of other gratings, fine ones tell a texture and coarse ones a spot. One that answers to no grating
 * is a texture where its map goes with the details of photos alone, a spot where it goes with what is
 * coarse alone, or where it needs colours and answers to a sheet of one; else it needs several
 * patterns at once, and is mixed. Where no gratings were run, that is not known.
 */
export function classifyAnswer(columns: AnswerColumns, k: number): Decision<What> {
  const { tuning, experiments } = columns;
  const coloured = compareTo(COLOUR_DEPENDENCE, experiments?.colourDependence.mean[k] ?? 0);
  const selectivity = tuning?.orientationSelectivity[k] ?? null;
  if (selectivity === null) return classifyUnanswered(columns, coloured, k);
  const oriented = compareTo(ORIENTED_TUNING, selectivity);
  if (oriented.above) return decide(coloured.above ? "colour edge" : "edge", [oriented, coloured]);
  const frequency = tuning!.frequency[k] ?? null;
  if (frequency === null) return decide("mixed", [oriented]);
  const fine = compareTo(FINE_TUNING, frequency);
  if (fine.above) return decide("texture", [oriented, fine]);
  return decide(coloured.above ? "colour spot" : "spot", [oriented, fine, coloured]);
}

function classifyUnanswered(
  { tuning, experiments }: AnswerColumns,
  coloured: ThresholdSide,
  k: number,
): Decision<What> {
  const unknown = decide<What>(tuning === null ? "other" : "mixed", []);
  if (experiments === null) return unknown;
  const read = (trial: Trial): number | null => experiments[trial].mean[k] ?? null;
  const answersToHues = (tuning?.hueSelectivity[k] ?? null) !== null;
  if (coloured.above && answersToHues) return decide("colour spot", [coloured]);
  const [fine, coarse] = [read("detailDependence"), read("coarseDependence")];
  if (fine === null || coarse === null) return unknown;
  const sides = [compareTo(SCALE_DEPENDENCE, fine), compareTo(SCALE_DEPENDENCE, coarse)] as const;
  if (sides[0].above === sides[1].above) return unknown;
  if (sides[0].above) return decide("texture", sides);
  return decide(coloured.above ? "colour spot" : "spot", [...sides, coloured]);
}
