import type { LayerReport, MapsReport } from "../report/layer_report.ts";
import type { Oddity } from "../report/oddity.ts";
import type { ReportLayer } from "../report/report_layer.ts";
import type { Report } from "../report/report.ts";
import type { ReportModel } from "../report/report_model.ts";

/** A layer, and what was measured of it. */
export interface OddLayer {
  readonly report: Report;
  readonly model: ReportModel;
  readonly layer: ReportLayer;
  readonly measures: LayerReport;
  /** The measures of its maps, which are out of memory until they are asked for. */
  readonly maps: readonly MapsReport[];
  /** What was measured of the layers whose maps it reads. */
  readonly before: readonly LayerReport[];
}

/** What a kind finds odd about a layer; what it leaves out is null, or 0 photos. */
export interface Oddness
  extends
    Pick<Oddity, "kernel" | "kernels" | "surprise">,
    Partial<Pick<Oddity, "other" | "image" | "images" | "dataset" | "value" | "usual" | "model">> {
  /** Of how many the kernels are some. @default all pairs of the layer */
  readonly of?: number;
}

/** Finds what is odd about a layer; null where nothing is. A surprise of 0 is true, and usual. */
export type FindOddness = (layer: OddLayer) => Oddness | null;

/** Tells on how many photos something is so that a dataset tells where one was measured. */
export function countShown(
  { measures: { dataset }, maps }: OddLayer,
): Required<Pick<Oddness, "images" | "dataset">> {
  return dataset === null
    ? { images: maps.length, dataset: 0 }
    : { images: 0, dataset: dataset.photos };
}

/** Whether the maps of a layer stand for classes, which few photos show. */
export function standsForClasses({ measures, model, layer }: OddLayer): boolean {
  return measures.labels !== null || model.answers?.layer === layer.id;
}
