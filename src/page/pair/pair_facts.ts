import type { LayerData } from "../../site/layer_data.ts";
import { listBestLabels } from "../../site/dataset/best_labels.ts";
import { listMeasureColumns } from "../../site/measure_columns.ts";
import { findShownFamilies } from "../../site/shown_families.ts";
import type { KernelClasses } from "../../analysis/class/kernel_classes.ts";
import type { KernelKind } from "../../analysis/kind/kernel_kind.ts";
import type { Values } from "../../analysis/kernel/kernel_measures.ts";

/** What pairs are sorted and searched by: columns in the order of the pairs. */
export interface PairFacts {
  readonly pairs: number;
  /** The measures by their id. */
  readonly columns: ReadonlyMap<string, Values>;
  /** The classes of each kernel; null where nothing is drawn. */
  readonly classes: KernelClasses | null;
  /** What scripts call the kind of each kernel; null where the kernels are not drawn. */
  readonly kinds: readonly KernelKind[] | null;
  /** The pairs that a flag marks. */
  readonly flags: ReadonlyMap<Flag, ReadonlySet<number>>;
  /** The number of each pair's family; null where none are known. */
  readonly families: Values | null;
  /** The words of the classes that maps stand for; null where none are known. */
  readonly labels: readonly (string | null)[] | null;
  /** The labels of a dataset that each kernel tells apart; null where there are none. */
  readonly tells: readonly (readonly string[])[] | null;
  /** The place of each pair in an order of likeness; null where it is not known. */
  readonly likeness: Values | null;
  readonly nearest: Values | null;
  readonly similarity: Values | null;
}

/** What may be said of a pair, such as of its kernel that it is zero, of its map never on. */
export const FLAGS = [
  "zero",
  "neveron",
  "constant",
  "nonfinite",
  "duplicate",
  "opposite",
  "alike",
  "border",
] as const;

/** A flag by which pairs are found. */
export type Flag = typeof FLAGS[number];

/** Gathers what the pairs of a layer are sorted and searched by. */
export function gatherFacts({ layer, measures, labels }: LayerData): PairFacts {
  const kernels = measures?.kernels ?? null;
  return {
    pairs: layer.pairs,
    columns: new Map(listMeasureColumns(measures).map(({ id, values }) => [id, values])),
    classes: measures && measures.classes,
    kinds: kernels && kernels.kind,
    flags: findFlags(measures),
    families: findShownFamilies({ layer, measures })?.of ?? null,
    labels: measures?.labels ?? null,
    tells: listTold(measures, labels, layer.pairs),
    likeness: kernels && kernels.similarityRank,
    nearest: kernels && kernels.nearest,
    similarity: kernels && kernels.similarity,
  };
}

function listTold(
  measures: LayerData["measures"],
  labels: LayerData["labels"],
  pairs: number,
): PairFacts["tells"] {
  const dataset = measures?.dataset ?? null;
  if (dataset === null || labels === null) return null;
  return Array.from(
    { length: pairs },
    (_, k) => listBestLabels(dataset, labels, k).map(({ name }) => name),
  );
}

function findFlags(measures: LayerData["measures"]): PairFacts["flags"] {
  const { kernels = null, condition = null, alike = null, onPadding = null } = measures ?? {};
  const where = (column: Values | undefined, holds: (value: number) => boolean): number[] =>
    (column ?? []).flatMap((value, k) => value !== null && holds(value) ? [k] : []);
  const dead = (kernels?.kind ?? []).flatMap((kind, k) => kind === "dead" ? [k] : []);
  const broken = where(kernels?.nonFinite, (count) => count > 0);
  return new Map<Flag, ReadonlySet<number>>([
    ["zero", new Set(dead)],
    ["neveron", new Set(condition?.dead)],
    ["constant", new Set(condition?.constant)],
    ["nonfinite", new Set([...broken, ...condition?.nonFinite ?? []])],
    ["duplicate", new Set(where(kernels?.duplicateOf, () => true))],
    ["opposite", new Set(where(kernels?.antiPairOf, () => true))],
    ["alike", new Set(alike?.kernels)],
    ["border", new Set(onPadding)],
  ]);
}
