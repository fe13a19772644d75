import type { LayerSubject } from "../../site/layer_subject.ts";
import {
  findMeasureWords,
  listMeasureColumns,
  type MeasureColumn,
} from "../../site/measure_columns.ts";
import { countSeen } from "../../site/shown_inputs.ts";

/** Measures of the chosen pair that say something of the same kind. */
export interface MeasureGroupView {
  readonly name: string;
  readonly measures: readonly MeasureView[];
}

/** A measure of the chosen pair. */
export interface MeasureView {
  readonly id: string;
  readonly name: string;
}

const GROUPS = ["size", "shape", "colour", "map", "tried", "tuned", "dataset"] as const;

/** What a measure is about. */
export type MeasureGroup = typeof GROUPS[number];

/** Views the measures of a layer's pairs by what they are about. */
export function viewMeasureGroups(
  subject: LayerSubject,
): readonly MeasureGroupView[] {
  const { layer, measures, words } = subject;
  const columns = listMeasureColumns(measures).filter(isTelling);
  return GROUPS.map((group) => ({
    name: nameGroup(group, subject),
    measures: columns.filter((column) => findGroup(column) === group).map((column) => {
      return { id: column.id, name: findMeasureWords(column, words, layer).name };
    }),
  })).filter(({ measures }) => measures.length > 0);
}

function nameGroup(group: MeasureGroup, subject: LayerSubject): string {
  const { report, layer, measures, words } = subject;
  const tried = measures?.experiments?.images.length ?? 0;
  if (group === "tried" && tried > 1) return words.measure.meanTried(words.count.photos(tried));
  const dataset = measures?.dataset ?? null;
  if (group === "dataset" && dataset !== null) {
    return words.measure.inDataset(words.count.photos(dataset.photos));
  }
  const isMean = group === "map" && layer.maps.length > 1;
  const { measure } = words;
  return isMean ? measure.meanMap(countSeen(report, layer, words)) : measure.groups[group];
}

// Of most layers no weight is damaged; and what is not zero behind an activation is on.
function isTelling(
  { measure, values }: MeasureColumn,
  _: number,
  all: readonly MeasureColumn[],
): boolean {
  if (measure === "nonFinite") return values.some((count) => count !== 0);
  return measure !== "zeros" || all.every((other) => other.measure !== "on");
}

const SIZES: readonly string[] = ["norm", "bias", "min", "max", "mean", "nonFinite"];
const COLOURS: readonly string[] = ["chroma", "hue", "lumaGain"];

function findGroup({ of, measure }: MeasureColumn): MeasureGroup {
  if (of === "map") return "map";
  if (of === "experiment") return "tried";
  if (of === "tuning") return "tuned";
  if (of === "dataset") return "dataset";
  if (SIZES.includes(measure)) return "size";
  return COLOURS.includes(measure) ? "colour" : "shape";
}
