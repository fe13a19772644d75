import type { DatasetColumns, PhotoCells } from "../../../src/report/dataset/dataset_columns.ts";
import type {
  DatasetPhotos,
  LayerPatches,
  PatchSheets,
} from "../../../src/report/dataset/dataset_pictures.ts";
import type { ReportDataset } from "../../../src/report/dataset/report_dataset.ts";
import type { LayerReport } from "../../../src/report/layer_report.ts";
import type { ReportLayer } from "../../../src/report/report_layer.ts";
import type { Report } from "../../../src/report/report.ts";
import { layerReports } from "./made_measures.ts";
import { HOSTILE, report } from "./report_fixture.ts";

const PHOTOS = 50_000;

/** How many cells each kernel names. */
const NAMED = 4;

const dataset: ReportDataset = {
  photos: PHOTOS,
  bytes: 5e9,
  sha256: "0f".repeat(32),
  labels: ["tabby", HOSTILE, "red disc"],
  broken: [{ path: HOSTILE, model: null, message: HOSTILE }, {
    path: "val/b.jpg",
    model: report.models[0]!.id,
    message: "Cannot run",
  }],
};

/** Small pictures of all photos but the last, which was not there. */
const photos: DatasetPhotos = {
  files: [{ file: "net-1.0/dataset/0.webp", width: 128, height: 64 }],
  side: 64,
  columns: 2,
  perFile: 256,
  places: [7, 900],
  width: [224, 0],
  height: [112, 0],
};

/** Lays out tiles of a side, so many a kernel. */
export function layoutPatches(kernels: number, each: number, side: number): PatchSheets {
  const perFile = Math.ceil(kernels / 2);
  return {
    files: [0, 1].map((i) => ({
      file: `patches/strongest-${i}.webp`,
      width: each * side,
      height: Math.min(perFile, kernels - i * perFile) * side,
    })),
    ...{ tileWidth: side, tileHeight: side, each, columns: 1, kernels: perFile, missing: [1] },
  };
}

/**
 * What a layer answers to in a dataset: kernel 1 never, kernel 2 to a label, kernels 3 and 4 alike in
 * all; of kernel 5 nothing is finite.
 */
export function makeDatasetColumns({ pairs }: Pick<ReportLayer, "pairs">): DatasetColumns {
  const each = <Value>(value: (k: number) => Value): Value[] =>
    Array.from({ length: pairs }, (_, k) => value(k));
  const finite = (value: (k: number) => number): (number | null)[] =>
    each((k) => k === 5 ? null : k === 1 ? 0 : value(k));
  const dependence = { photos: 32, median: finite(() => 0.42), upperQuartile: finite(() => 0.5) };
  return {
    ...{ photos: PHOTOS, cells: PHOTOS * 169, index: each((k) => k) },
    onPhotos: each((k) => k === 1 ? 0 : k === 0 ? 0.0002 : 0.5 + k / 100),
    onCells: each((k) => k === 1 ? 0 : 0.01),
    nonFinite: each((k) => k === 5 ? 3 : 0),
    mean: finite((k) => k + 0.25),
    deviation: finite(() => 0.5),
    min: finite(() => 0),
    max: finite((k) => 10 + k),
    quantiles: [0.01, 0.5, 0.99].map((share) => ({ share, value: finite((k) => share * k) })),
    strongest: makeCells(each, (k) => k === 5 ? 0 : NAMED),
    middle: makeCells(each, (k) => k === 2 ? 1 : 0),
    named: [{ place: 7, path: "val/cat.jpg", label: 0 }, {
      place: 900,
      path: HOSTILE,
      label: null,
    }],
    labels: {
      selectivity: finite(() => 0.8),
      label: each((k) => k === 2 ? [2, 0] : []),
      auc: each((k) => k === 2 ? [0.98, 0.75] : []),
      mean: each((k) => k === 2 ? [4.1, 2] : []),
      overall: finite(() => 0.6),
    },
    likeness: {
      photos: 256,
      kernel: each((k) => k === 5 || pairs === 1 ? null : (k + 1) % pairs),
      correlation: finite((k) => k / 20),
      families: null,
      merged: pairs > 4 ? [[3, 4]] : [],
    },
    colour: { ...dependence, lowerQuartile: finite(() => 0.3) },
    detail: null,
  };
}

function makeCells(
  each: <Value>(value: (k: number) => Value) => Value[],
  count: (k: number) => number,
): PhotoCells {
  const cells = (value: (k: number, i: number) => number): number[][] =>
    each((k) => Array.from({ length: count(k) }, (_, i) => value(k, i)));
  return {
    photo: cells((_, i) => i % 2),
    x: cells((k) => k % 3),
    y: cells((_, i) => i),
    value: cells((k, i) => 10 + k - i),
  };
}

function makePatches({ pairs }: ReportLayer): LayerPatches {
  return { strongest: layoutPatches(pairs, NAMED, 11), middle: layoutPatches(pairs, 1, 11) };
}

/** The report with a dataset: of its last layer no patch is shown. */
export const DATASET_REPORT: Report = {
  ...report,
  dataset,
  models: report.models.map((model) => {
    const layers = model.layers.map((layer, i) => {
      return i === model.layers.length - 1 ? layer : { ...layer, patches: makePatches(layer) };
    });
    return { ...model, datasetPhotos: photos, layers };
  }),
};

/** The measures of its layers. */
export const DATASET_LAYERS: readonly LayerReport[] = layerReports.map((measures, i) => {
  return { ...measures, dataset: makeDatasetColumns(report.models[0]!.layers[i]!) };
});
