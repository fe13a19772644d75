import type { Values } from "../analysis/kernel/kernel_measures.ts";
import type { Picture } from "../plan/picture.ts";
import type { DatasetCells, DatasetNumbers } from "./dataset/dataset_columns.ts";
import type { DatasetPhotos } from "./dataset/dataset_pictures.ts";
import type { LayerReport } from "./layer_report.ts";
import type { ReportLayer } from "./report_layer.ts";
import type { ReportModel } from "./report_model.ts";

/** `layer.json`: the measures of a layer, with what its page knows of it beside them. */
export interface LayerFile extends LayerReport {
  readonly about: LayerAbout;
}

/**
 * The content of `layer.js`: the same in a call that pages can load, without the cells of the photos
 * of a dataset, and with the cells that excite kernels most in one of their two orders.
 */
export interface LoadedLayerFile extends LoadedMeasures {
  readonly about: LayerAbout;
}

/** The measures of a layer that its page loads at once. */
export interface LoadedMeasures extends Omit<LayerReport, "dataset" | "exciting"> {
  readonly dataset: DatasetNumbers | null;
}

/** The content of `dataset.js`: which photos of a dataset excite the kernels of a layer, and where. */
export interface DatasetFile extends DatasetCells {
  /** Their small pictures; null where there are none. */
  readonly pictures: NamedPictures | null;
}

/** The small pictures of the photos that a layer names, in their order there. */
export interface NamedPictures
  extends Pick<DatasetPhotos, "files" | "side" | "columns" | "perFile"> {
  /** The tile of each; null where it was not there or could not be read. */
  readonly tile: Values;
  /** How wide the network sees it, in pixels. */
  readonly width: readonly number[];
  /** How high. */
  readonly height: readonly number[];
}

/** What the page of a layer knows beside its measures. */
export interface LayerAbout {
  readonly model: Pick<ReportModel, "id" | "name" | "sha256">;
  /** The layer, as `report.json` has it. */
  readonly layer: ReportLayer;
  /** The photos, in the order of the layer's maps. */
  readonly photos: readonly LayerPhoto[];
  /** How the kernels look that make the maps which it reads, of each of the layer's `sources` that has a picture. */
  readonly inputKernels: readonly InputKernels[];
  /** The labels of the photos of the dataset; null where they have none. */
  readonly labels: readonly string[] | null;
}

/** The picture of the kernels that make some of the maps which a layer reads. */
export interface InputKernels {
  /** The id of their layer. */
  readonly layer: string;
  /** Kernel k in tile k; its file is relative to the folder of the layer that reads. */
  readonly picture: Picture;
  /** Whether its tiles have colours of their own. */
  readonly coloured: boolean;
}

/** A photo and the network's view of it. */
export interface LayerPhoto {
  readonly id: string;
  readonly name: string;
  /** The dims of an array; null for a photo. */
  readonly dims: readonly number[] | null;
  /** The picture, relative to the report's folder, and its size; null where it was not kept. */
  readonly seen: { readonly file: string; readonly width: number; readonly height: number } | null;
}
