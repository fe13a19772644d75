import type { Config } from "../config/config.ts";
import type { ModelPair } from "../config/model_pair.ts";
import type { ConvLayer } from "../onnx/layer/conv_layer.ts";
import { findLongestCommon } from "./common_sequence.ts";
import type { MapSource } from "./picture_kind.ts";

/** Two models that are compared: how far `b` is from `a`. */
export interface PlannedComparison {
  /** The id of the model that the other is compared with. */
  readonly a: string;
  /** The id of the other. */
  readonly b: string;
  /** The files of its numbers, relative to the report's folder, without their suffixes. */
  readonly file: string;
  /** The layers that go together, in the order of `a`. */
  readonly layers: readonly PlannedTwins[];
  /** The ids of the layers of each that go with none. */
  readonly unmatched: { readonly a: readonly string[]; readonly b: readonly string[] };
}

/** What maps are compared by: the convolution's own output, or what is behind what follows it. */
export type MapStage = Exclude<MapSource, "inputs">;

/** By what two layers go together: by their names, or by their order among those of their shape. */
export type TwinMatch = "name" | "order";

/** Two layers that go together. */
export interface PlannedTwins {
  /** The ids of the layers. */
  readonly a: string;
  readonly b: string;
  readonly matched: TwinMatch;
  /** Which maps of each may be compared; of several those that are most alike are. */
  readonly stages: readonly StagePair[];
}

/** Which maps of two layers are compared. */
export interface StagePair {
  /** Those of the first. */
  readonly a: MapStage;
  /** Those of the other. */
  readonly b: MapStage;
}

/** A model as far as its layers are matched with those of another. */
interface PairedModel {
  readonly id: string;
  readonly name: string;
  readonly layers: readonly PairedLayer[];
}

interface PairedLayer {
  readonly id: string;
  readonly conv: Pick<ConvLayer, "shape" | "chain">;
}

/** The folder of the files of comparisons. */
export const COMPARISONS = "comparisons";

/**
 * Plans which models are compared, and which of their layers go together. Unasked, each later model
 * is compared with the first, as far as half of the layers of the shorter go with one of the other.
 */
export function planComparisons(
  models: readonly PairedModel[],
  compare: Config["compare"],
): PlannedComparison[] {
  if (typeof compare !== "boolean") {
    return compare.flatMap((pair) => findPaired(models, pair)).map(planComparison);
  }
  const [first, ...others] = models;
  if (!compare || first === undefined) return [];
  return others.map((other) => [first, other] as const).filter(areAlike).map(planComparison);
}

// Models that could not be read are missing.
function findPaired(
  models: readonly PairedModel[],
  pair: ModelPair,
): (readonly [PairedModel, PairedModel])[] {
  const [a, b] = pair.map((name) => models.find((model) => model.name === name));
  return a === undefined || b === undefined ? [] : [[a, b]];
}

const ALIKE = 0.5;

function areAlike([a, b]: readonly [PairedModel, PairedModel]): boolean {
  const shorter = Math.min(a.layers.length, b.layers.length);
  return shorter > 0 && matchLayers(a.layers, b.layers).length >= ALIKE * shorter;
}

function planComparison([a, b]: readonly [PairedModel, PairedModel]): PlannedComparison {
  const layers = matchLayers(a.layers, b.layers);
  const list = (side: "a" | "b", all: readonly PairedLayer[]): string[] => {
    const matched = new Set(layers.map((twins) => twins[side]));
    return all.map(({ id }) => id).filter((id) => !matched.has(id));
  };
  return {
    ...{ a: a.id, b: b.id, layers },
    file: `${COMPARISONS}/${a.id}/${b.id}`,
    unmatched: { a: list("a", a.layers), b: list("b", b.layers) },
  };
}

/** Matches layers by name and shape; of those that are left the longest run of equal shapes. */
function matchLayers(a: readonly PairedLayer[], b: readonly PairedLayer[]): PlannedTwins[] {
  const byName = new Map(b.map((layer) => [layer.id, layer]));
  const twins = new Map<PairedLayer, PlannedTwins>();
  const taken = new Set<PairedLayer>();
  const match = (one: PairedLayer, other: PairedLayer, matched: TwinMatch): void => {
    twins.set(one, { a: one.id, b: other.id, matched, stages: listStages(one, other) });
    taken.add(other);
  };
  for (const layer of a) {
    const other = byName.get(layer.id);
    if (other !== undefined && nameShape(layer) === nameShape(other)) match(layer, other, "name");
  }
  const [left, right] = [
    a.filter((each) => !twins.has(each)),
    b.filter((each) => !taken.has(each)),
  ];
  for (const [i, j] of findLongestCommon(left.map(nameShape), right.map(nameShape))) {
    match(left[i]!, right[j]!, "order");
  }
  return a.flatMap((layer) => twins.get(layer) ?? []);
}

function nameShape({ conv: { shape } }: PairedLayer): string {
  if (shape === null) return "computed";
  return [shape.outChannels, shape.inChannels, shape.group, ...shape.kernelShape].join(" ");
}

const OWN: StagePair = { a: "maps", b: "maps" };

// What one has folded or fused, the other may do behind its convolution.
function listStages({ conv: a }: PairedLayer, { conv: b }: PairedLayer): StagePair[] {
  if (String(a.chain?.operators ?? []) === String(b.chain?.operators ?? [])) return [OWN];
  const end = ({ chain }: typeof a): MapStage => chain === null ? "maps" : "activated";
  return [OWN, { a: end(a), b: end(b) }];
}

/** Lists which maps of a layer are compared with those of another model. */
export function listComparedStages(
  comparisons: readonly PlannedComparison[],
  { model, layer }: { readonly model: string; readonly layer: string },
): MapStage[] {
  const stages = comparisons.flatMap((comparison) =>
    (["a", "b"] as const).flatMap((side) =>
      comparison[side] !== model ? [] : comparison.layers
        .filter((twins) => twins[side] === layer)
        .flatMap(({ stages }) => stages.map((stage) => stage[side]))
    )
  );
  return [...new Set(stages)];
}
