import type { ComposedMeasures } from "../kernel/composed_measures.ts";
import type { KernelMeasures, Values } from "../kernel/kernel_measures.ts";
import { decide, type Decision } from "../kind/decision.ts";
import { compareTo, type Threshold } from "../kind/threshold.ts";
import type { KernelKinds } from "../kind/kernel_kind.ts";
import type { MapActivity } from "../map/map_activity.ts";
import type { MapAverages } from "../map/map_averages.ts";
import { type AnswerColumns, classifyAnswer } from "./answer.ts";
import { type Shows, tellShows } from "./shows.ts";
import { classifyPattern, type PatternColumns, readPattern, type What } from "./what.ts";
import { tellWhen, type When } from "./when.ts";
import { tellWhere, type Where } from "./where.ts";
import {
  type NamedInputs,
  tellWeightAct,
  tellWiring,
  type WeightAct,
  type Wiring,
} from "./wiring.ts";

/** The classes of the kernels of a layer and of their maps, in columns; null where not known. */
export interface KernelClasses {
  /** What each looks for. */
  readonly what: readonly What[];
  /** How far it is from the nearest threshold that decided what, 0 to 1; null for other. */
  readonly confidence: Values;
  /** When it fires, behind the activation. */
  readonly when: readonly (When | null)[];
  /** Where it is strongest. */
  readonly where: readonly (Where | null)[];
  /** Of how many inputs its map is made. */
  readonly wiring: readonly (Wiring | null)[];
  /** How its weights act. */
  readonly acts: readonly (WeightAct | null)[];
  /** What its map shows. */
  readonly shows: readonly (Shows | null)[];
}

/** The numbers of kernels that tell their classes. */
export type ClassedKernels =
  & KernelMeasures
  & KernelKinds
  & { readonly strongestShare: Values; readonly balance: Values };

/** The measures of the pattern that leads in each kernel, and its share of the kernel's energy. */
export interface LeadingPatterns {
  readonly measures: PatternColumns;
  readonly share: Values;
}

// The share of a kernel's energy from which the pattern that leads in its slices tells its class.
const LEADING_SHARE: Threshold = { at: 0.3, doubt: 0.1 };

/** What is known of a layer. */
export interface ClassSources extends AnswerColumns {
  /** How many kernels it has. */
  readonly count: number;
  /** How many slices a kernel has. */
  readonly slices: number;
  /** Whether its kernels read the photo. */
  readonly readsImage: boolean;
  /** Null where they are not known. */
  readonly kernels: ClassedKernels | null;
  /** The measures of its kernels composed down to the pixels; null where they are not. */
  readonly composed: ComposedMeasures | null;
  /** The patterns that lead in the slices of its kernels; null where none do, or are not known. */
  readonly leading: LeadingPatterns | null;
  /** Null where no photo ran. */
  readonly maps: {
    readonly averages: MapAverages;
    readonly activity: MapActivity | null;
  } | null;
  /** The kernels whose strongest cell reads padding; null where that is not known. */
  readonly onPadding: readonly number[] | null;
  /** The inputs that make the maps, on each photo. */
  readonly circuits: readonly (NamedInputs | null)[];
}

/**
 * Tells the classes of all kernels of a layer. What one looks for is told by its pattern: its own
 * where it reads the photo, else of the kernel composed down to the pixels; else by what it answers
 * to, and else by the pattern that leads in its slices, over the maps that it reads. One that is
 * next to zero is dead.
 */
export function classifyLayer(sources: ClassSources): KernelClasses {
  const { count, slices, kernels, maps, onPadding, circuits } = sources;
  const looks = Array.from({ length: count }, (_, k) => decideWhat(sources, k));
  const strongestShare = kernels && kernels.strongestShare;
  return {
    what: looks.map(({ kind }) => kind),
    confidence: looks.map(({ kind, confidence }) => kind === "other" ? null : confidence),
    when: tellWhen(maps && maps.activity, count),
    where: tellWhere(onPadding, count),
    wiring: sources.readsImage
      ? Array.from({ length: count }, () => null)
      : tellWiring({ circuits, strongestShare, slices }, count),
    acts: tellWeightAct(kernels && kernels.balance, count),
    shows: tellShows(maps && maps.averages, count),
  };
}

function decideWhat(sources: ClassSources, k: number): Decision<What> {
  const { kernels, composed, readsImage, slices } = sources;
  if (kernels === null) return decide("other", []);
  if (kernels.kind[k] === "dead") {
    return { kind: "dead", confidence: kernels.confidence[k] ?? null };
  }
  const own = (): Decision<What> => classifyPattern(readPattern(kernels, k));
  if (readsImage) return own();
  const seen = composed && classifyPattern(readPattern(composed, k));
  if (seen !== null && seen.kind !== "other") return seen;
  const answer = classifyAnswer(sources, k);
  if (answer.kind !== "other") return answer;
  return slices === 1 ? own() : classifyLeading(sources, k);
}

function classifyLeading({ leading }: ClassSources, k: number): Decision<What> {
  const share = leading?.share[k] ?? null;
  if (leading === null || share === null) return decide("other", []);
  const leads = compareTo(LEADING_SHARE, share);
  if (!leads.above) return decide("other", [leads]);
  const { kind, confidence } = classifyPattern(readPattern(leading.measures, k));
  return { kind, confidence: confidence && Math.min(confidence, leads.confidence) };
}
