import { correlateRelations } from "./correlation.ts";
import { findCounterExamples } from "./counter_examples.ts";
import { type PermutationOptions, permutationP } from "./permutation.ts";
import type { Relation } from "./relation.ts";
import {
  COMPARED_MAPS,
  HELD_FIXED,
  type HeldMeasure,
  KERNEL_MEASURES,
  type KernelMeasure,
  keyRelation,
  type MapMeasure,
  type Need,
  NEEDS,
  type Rule,
  type RuleKernels,
  type RuleMaps,
  type StrongestRelation,
} from "./rule.ts";

/**
 * Finds how the measures of kernels go with those of their maps: every kernel measure with every
 * map measure, as it is and with the DC gain or the chroma held fixed; every kernel measure with what
 * maps need of the photo, where that is known, and that with how much of them is photo.
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
    strongest: pickStrongest(plain.filter(isOfKernels)),
    counterExamples: findCounterExamples(kernels.chroma, maps.keepsPicture),
  };
}

/** Two measures, perhaps with a third one held fixed. */
interface NamedRelation extends Relation {
  readonly kernel: KernelMeasure | Need;
  readonly map: MapMeasure | Need;
  readonly held: HeldMeasure | null;
}

/** Two measures that have a correlation. */
interface MeasuredRelation extends NamedRelation {
  readonly value: number;
  readonly n: number;
}

function measureRelations(kernels: RuleKernels, maps: RuleMaps): MeasuredRelation[] {
  const relations = listRelations(kernels, maps);
  const found = correlateRelations(relations);
  return relations.flatMap((relation, i) => {
    const { value, n } = found[i]!;
    return value === null ? [] : [{ ...relation, value, n }];
  });
}

function listRelations(kernels: RuleKernels, maps: RuleMaps): NamedRelation[] {
  return [...listCompared(kernels, maps), ...listNeeds(kernels, maps)];
}

function listCompared(kernels: RuleKernels, maps: RuleMaps): NamedRelation[] {
  return KERNEL_MEASURES.flatMap((kernel) =>
    COMPARED_MAPS.flatMap((map) =>
      [null, ...HELD_FIXED].filter((held) => held !== kernel).map((held) => {
        const columns = { x: kernels[kernel], y: maps[map], fixed: held && kernels[held] };
        return { ...columns, kernel, map, held };
      })
    )
  );
}

// Nothing is held fixed: few questions are asked of them.
function listNeeds(kernels: RuleKernels, maps: RuleMaps): NamedRelation[] {
  return NEEDS.flatMap((need): NamedRelation[] => {
    const values = maps[need];
    if (values === undefined) return [];
    const { keepsPicture } = maps;
    return [
      ...KERNEL_MEASURES.map((kernel): NamedRelation => {
        return { x: kernels[kernel], y: values, fixed: null, kernel, map: need, held: null };
      }),
      { x: values, y: keepsPicture, fixed: null, kernel: need, map: "keepsPicture", held: null },
    ];
  });
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

/** A tested relation of a kernel measure and a map measure. */
type KernelRelation = TestedRelation & Pick<StrongestRelation, "kernel" | "map">;

function isOfKernels(relation: TestedRelation): relation is KernelRelation {
  return !NEEDS.some((need) => need === relation.kernel || need === relation.map);
}

function pickStrongest(relations: readonly KernelRelation[]): StrongestRelation | null {
  const [first, ...others] = relations;
  if (first === undefined) return null;
  const { kernel, map, value, p, n } = others.reduce(
    (best, each) => Math.abs(each.value) > Math.abs(best.value) ? each : best,
    first,
  );
  return { kernel, map, spearman: value, p, n };
}
