import type { Values } from "../../analysis/kernel/kernel_measures.ts";
import type { Picture } from "../../plan/picture.ts";
import type { ReportWorstMap } from "../../report/report_comparison.ts";
import type { ReportLayer } from "../../report/report_layer.ts";
import type { ReportModel } from "../../report/report_model.ts";
import type { AtlasRowName } from "./atlas_rows.ts";
import type { KernelForm } from "./kernel_form.ts";

/** What pages know of all layers of a model: the content of `<model>/layers.js`. */
export interface LayersFile {
  readonly model: Pick<ReportModel, "id" | "name">;
  /** The id of the model that its layers are compared with; null where they are with none. */
  readonly comparedWith: string | null;
  /** The layers, in the order of the graph. */
  readonly layers: readonly ListedLayer[];
  /** Their numbers in the rows of the atlas, without rows that have none. */
  readonly rows: LayerRows;
}

/** A layer in a list. */
export interface ListedLayer extends Pick<ReportLayer, "id" | "name" | "op" | "badges" | "pairs"> {
  readonly form: KernelForm;
  /** The extent of a kernel, with the channels that it reads. */
  readonly kernel: readonly number[];
  /** The extent of a map on the first photo; empty where there is none. */
  readonly map: readonly number[];
  /** The places of the layers whose maps it reads. */
  readonly reads: readonly number[];
  /** The layer of the other model that it is compared with, and the map that differs most; else null. */
  readonly compared: ReportWorstMap & { readonly layer: string } | null;
  /** The pair that its page shows at first. */
  readonly k: number;
  /** The pictures of its kernels and of its maps on the first photo; null where there are none. */
  readonly kernels: Picture | null;
  readonly maps: Picture | null;
}

/** The numbers of layers, a column each, in the order of the layers. */
export interface RowColumns {
  readonly value: Values;
  readonly low: Values;
  readonly high: Values;
  readonly k: Values;
  readonly most: Values;
}

/** The numbers of the layers of a model, by the rows of the atlas. */
export type LayerRows = Readonly<Partial<Record<AtlasRowName, RowColumns>>>;

/** Where the file of a model lies, as data is named: without `.js`, from the report's folder. */
export function nameLayersFile(model: string): string {
  return `${model}/layers`;
}

/** Decodes what pages know of all layers of a model, from UTF-8. */
export function decodeLayersFile(bytes: Uint8Array): LayersFile {
  return JSON.parse(new TextDecoder().decode(bytes));
}
