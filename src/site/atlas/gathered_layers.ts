import type { Values } from "../../analysis/kernel/kernel_measures.ts";
import type { Digits } from "../../report/json.ts";
import type { LayerReport } from "../../report/layer_report.ts";
import type { ReportComparison } from "../../report/report_comparison.ts";
import type { ReportModel } from "../../report/report_model.ts";
import { chooseInitialPair } from "../initial_pair.ts";
import { findKernelPicture } from "../tile/kernel_view.ts";
import { ATLAS_ROW_NAMES, ATLAS_ROWS, type LayerNumber, type MeasuredLayer } from "./atlas_rows.ts";
import { tellForm } from "./kernel_form.ts";
import type { LayerRows, LayersFile, ListedLayer, RowColumns } from "./layers_file.ts";

/** How many significant digits the numbers of the file have: what a column of the atlas shows. */
export const LAYERS_DIGITS: Digits = { rows: 4 };

/** Gathers what pages know of all layers of a model. */
export function gatherLayersFile(
  { id, name, layers }: ReportModel,
  measures: ReadonlyMap<string, LayerReport>,
  comparisons: readonly ReportComparison[],
): LayersFile {
  const places = new Map(layers.map((layer, place) => [layer.id, place]));
  const comparison = comparisons.find(({ b }) => b === id) ?? null;
  const measured = layers.map((layer): MeasuredLayer => ({
    layer,
    measures: measures.get(layer.id) ?? null,
    compared: comparison?.layers.find(({ b }) => b === layer.id) ?? null,
  }));
  return {
    model: { id, name },
    comparedWith: comparison && comparison.a,
    layers: measured.map((each) => listLayer(each, places)),
    rows: gatherRows(measured),
  };
}

function listLayer(
  { layer, measures, compared }: MeasuredLayer,
  places: ReadonlyMap<string, number>,
): ListedLayer {
  const { id, name, op, badges, pairs, kernelShape, inChannels, group, maps, reads } = layer;
  return {
    ...{ id, name, op, badges, pairs },
    form: tellForm(layer),
    kernel: kernelShape.length === 0 ? [] : [...kernelShape, inChannels / group],
    map: maps[0]?.space ?? [],
    reads: reads.map((each) => places.get(each)!),
    compared: compared?.worst ? { layer: compared.a, ...compared.worst } : null,
    k: chooseInitialPair(measures && pickOverPhotos(measures)),
    kernels: findKernelPicture(layer),
    maps: maps[0]?.picture ?? null,
  };
}

// What is known of a photo alone is out of memory by then.
function pickOverPhotos(
  { kernels, averages, onPadding }: LayerReport,
): Pick<LayerReport, "kernels" | "averages" | "onPadding" | "maps"> {
  return { kernels, averages, onPadding, maps: [] };
}

/** Gathers the numbers of layers in the rows of the atlas, without rows that have none. */
export function gatherRows(layers: readonly MeasuredLayer[]): LayerRows {
  const rows = ATLAS_ROW_NAMES.map((name) => [name, layers.map(ATLAS_ROWS[name].find)] as const);
  const filled = rows.filter(([, numbers]) => numbers.some((each) => each !== null));
  return Object.fromEntries(filled.map(([name, numbers]) => [name, toColumns(numbers)]));
}

function toColumns(numbers: readonly (LayerNumber | null)[]): RowColumns {
  const list = (name: keyof LayerNumber): Values => numbers.map((each) => each && each[name]);
  return {
    value: list("value"),
    low: list("low"),
    high: list("high"),
    k: list("k"),
    most: list("most"),
  };
}
