import type { DatasetColumns } from "../report/dataset/dataset_columns.ts";
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

/** Finds what shows something, and how often it is so: in the dataset that tells it, else on the photos. */
export function findShown(
  maps: OddLayer["maps"],
  dataset: Pick<DatasetColumns, "photos"> | null,
): Required<Pick<Oddness, "image" | "images" | "dataset">> {
  const image = maps[0]?.image ?? null;
  return dataset === null
    ? { image, images: maps.length, dataset: 0 }
    : { image, images: 0, dataset: dataset.photos };
}

/** Whether the maps of a layer stand for classes, which few photos show. */
export function standsForClasses({ measures, model, layer }: OddLayer): boolean {
  return measures.labels !== null || model.answers?.layer === layer.id;
}
