import type { Values } from "../analysis/kernel_measures.ts";
import type { KernelNumber } from "../analysis/kernel_study.ts";
import type { MapAverages } from "../analysis/map_averages.ts";
import type { LayerReport, MapColumns } from "../report/layer_report.ts";
import type { MeasureWords } from "../words/measure_section.ts";
import type { Words } from "../words/words.ts";
import { KERNEL_FORMATS, MAP_FORMATS } from "./measure_formats.ts";

/** A measure of kernels, or of their maps averaged over the photos, with its values. */
export type MeasureColumn =
  & { readonly id: string; readonly values: Values }
  & (
    | { readonly of: "kernel"; readonly measure: KernelNumber }
    | { readonly of: "map"; readonly measure: keyof MapAverages }
  );

const KERNEL_MEASURES: readonly KernelNumber[] = [
  "norm",
  "bias",
  "dcGain",
  "lumaGain",
  "chroma",
  "hue",
  "centroid",
  "orientation",
  "coherence",
  "bandwidth",
  "separability",
  "symmetry",
  "sparsity",
  "min",
  "max",
  "mean",
  "nonFinite",
];

// The names in addresses and searches: a mean and a deviation are the kernel's unless they say so.
const MAP_MEASURES: readonly (readonly [id: string, measure: keyof MapAverages])[] = [
  ["keepsPicture", "keepsPicture"],
  ["luma", "luma"],
  ["edges", "edges"],
  ["mapMean", "mean"],
  ["mapDeviation", "std"],
  ["zeros", "zeros"],
  ["negatives", "negatives"],
  ["entropy", "entropy"],
];

/** Lists the measures of a layer of which at least one pair has a value, in the order of pages. */
export function listMeasureColumns(
  report: Pick<LayerReport, "kernels" | "averages"> | null,
): readonly MeasureColumn[] {
  const { kernels = null, averages = null } = report ?? {};
  const columns: MeasureColumn[] = [];
  if (kernels) {
    for (const measure of KERNEL_MEASURES) {
      columns.push({ id: measure, of: "kernel", measure, values: kernels[measure] });
    }
  }
  if (averages) {
    for (const [id, measure] of MAP_MEASURES) {
      columns.push({ id, of: "map", measure, values: averages[measure] });
    }
  }
  return columns.filter(({ values }) => values.some((value) => value !== null));
}

/** Reads a number from a column; null where it has no meaning there. */
export function readNumber(column: Values, k: number): number | null {
  return column[k] ?? null;
}

/** Finds the measures of the maps of one photo; null where there are none. */
export function findMapColumns(report: LayerReport | null, image: string): MapColumns | null {
  return report?.maps.find((maps) => maps.image === image)?.channels ?? null;
}

/** Finds the words of a measure. */
export function findMeasureWords(column: MeasureColumn, { measure }: Words): MeasureWords {
  return column.of === "kernel" ? measure.kernels[column.measure] : measure.maps[column.measure];
}

/** Formats a value of a measure, without its unit unless that is a sign. */
export function formatMeasure(column: MeasureColumn, value: number): string {
  const format = column.of === "kernel"
    ? KERNEL_FORMATS[column.measure]
    : MAP_FORMATS[column.measure];
  return format(value);
}
