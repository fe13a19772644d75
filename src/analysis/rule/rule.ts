import { type CounterExamples, findCounterExamples } from "./counter_examples.ts";
import type { KernelMeasures } from "../kernel/kernel_measures.ts";
import type { MapAverages } from "../map/map_averages.ts";
import { partialSpearman } from "./partial_spearman.ts";
import { type PermutationOptions, permutationP } from "./permutation.ts";
import type { Relation } from "./relation.ts";
import { type Correlation, spearman } from "./spearman.ts";

/** The measures of kernels that the rule looks at. */
export const KERNEL_MEASURES = [
  "norm",
  "dcGain",
  "lumaGain",
  "chroma",
  "centroid",
  "coherence",
  "bandwidth",
  "separability",
  "sparsity",
  "symmetry",
] as const;

const COMPARED_MAPS = ["mean", "std", "zeros", "entropy", "keepsPicture", "luma", "edges"] as const;

// What may stand behind a relation of the others.
const HELD_FIXED = ["dcGain", "chroma"] as const;

/** A measure of kernels that the rule looks at. */
export type KernelMeasure = typeof KERNEL_MEASURES[number];

/** A measure of maps that the rule looks at. */
export type MapMeasure = typeof COMPARED_MAPS[number];

/** A measure of kernels that is held fixed while others are compared. */
export type HeldMeasure = typeof HELD_FIXED[number];

/** The measures of the kernels of a layer that the rule looks at, a column a measure. */
export type RuleKernels = Pick<KernelMeasures, KernelMeasure>;

/** The measures of its maps that the rule looks at, averaged over the photos. */
export type RuleMaps = Pick<MapAverages, MapMeasure>;

/** How the measures of the kernels of a layer go with those of their maps. */
export interface Rule {
  /** How many kernels there are. */
  readonly n: number;
  /** How many of them a correlation comes from, where some have no value and are left out. */
  readonly pairs: Readonly<Record<string, number>>;
  /** Spearman's correlations, by `kernel,map`, such as `dcGain,keepsPicture`. */
  readonly spearman: Readonly<Record<string, number>>;
  /** The same with a third measure held fixed, such as `chroma,keepsPicture|dcGain`. */
  readonly partial: Readonly<Record<string, number>>;
  /** The p-values of both, by permutation. */
  readonly p: Readonly<Record<string, number>>;
  /** The strongest of `spearman`; null where there is none. */
  readonly strongest: StrongestRelation | null;
  /** Where colour does not tell how much of a map is photo; null where no kernel has a colour. */
  readonly counterExamples: CounterExamples | null;
}

/** A correlation of two measures. */
export interface StrongestRelation {
  readonly kernel: KernelMeasure;
  readonly map: MapMeasure;
  readonly spearman: number;
  readonly p: number;
  /** How many kernels it comes from. */
  readonly n: number;
}

/**
 * Finds how the measures of kernels go with those of their maps: every kernel measure with every
 * map measure, as it is and with the DC gain or the chroma held fixed.
 *
 * A correlation says that two measures go together, not that the one makes the other.
 */
export function findRule(
  kernels: RuleKernels,
  maps: RuleMaps,
  options: PermutationOptions = {},
): Rule {
  const found = testRelations(measureRelations(kernels, maps), options);
  const plain = found.filter(({ held }) => held === null);
  return {
    n: kernels.norm.length,
    pairs: collect(found.filter(({ n }) => n < kernels.norm.length), "n"),
    spearman: collect(plain, "value"),
    partial: collect(found.filter(({ held }) => held !== null), "value"),
    p: collect(found, "p"),
    strongest: pickStrongest(plain),
    counterExamples: findCounterExamples(kernels.chroma, maps.keepsPicture),
  };
}

/** Two measures that have a correlation, perhaps with a third one held fixed. */
interface MeasuredRelation extends Relation {
  readonly kernel: KernelMeasure;
  readonly map: MapMeasure;
  readonly held: HeldMeasure | null;
  readonly value: number;
  readonly n: number;
}

function measureRelations(kernels: RuleKernels, maps: RuleMaps): MeasuredRelation[] {
  const relations: MeasuredRelation[] = [];
  for (const kernel of KERNEL_MEASURES) {
    for (const map of COMPARED_MAPS) {
      for (const held of [null, ...HELD_FIXED]) {
        if (kernel === held) continue;
        const relation = { x: kernels[kernel], y: maps[map], fixed: held && kernels[held] };
        const { value, n } = measureRelation(relation);
        if (value !== null) relations.push({ ...relation, kernel, map, held, value, n });
      }
    }
  }
  return relations;
}

function measureRelation({ x, y, fixed }: Relation): Correlation {
  return fixed === null ? spearman(x, y) : partialSpearman(x, y, fixed);
}

/** A measured relation with its p-value. */
interface TestedRelation extends MeasuredRelation {
  readonly p: number;
}

function testRelations(
  relations: readonly MeasuredRelation[],
  options: PermutationOptions,
): TestedRelation[] {
  const p = permutationP(relations, options);
  return relations.map((relation, i) => ({ ...relation, p: p[i]! }));
}

function collect(
  relations: readonly TestedRelation[],
  name: "value" | "p" | "n",
): Record<string, number> {
  return Object.fromEntries(relations.map((relation) => {
    return [keyRelation(relation.kernel, relation.map, relation.held), relation[name]];
  }));
}

/**
 * Gives the key of a relation in a rule, such as `chroma,keepsPicture|dcGain`; a rule lacks those of
 * measures that it does not look at.
 */
export function keyRelation(kernel: string, map: string, held: string | null = null): string {
  return held === null ? `${kernel},${map}` : `${kernel},${map}|${held}`;
}

function pickStrongest(relations: readonly TestedRelation[]): StrongestRelation | null {
  const [first, ...others] = relations;
  if (first === undefined) return null;
  const { kernel, map, value, p, n } = others.reduce(
    (best, each) => Math.abs(each.value) > Math.abs(best.value) ? each : best,
    first,
  );
  return { kernel, map, spearman: value, p, n };
}
