import type { Views } from "../../../src/html/engine.ts";
import { viewCompare } from "../../../src/html/compare/compare_view.ts";
import { viewIndex } from "../../../src/html/overview/index_view.ts";
import { viewLayerCss } from "../../../src/html/layer/layer_css_view.ts";
import { viewLayer } from "../../../src/html/layer/layer_view.ts";
import { type GatheredModel, viewModel } from "../../../src/html/overview/model_view.ts";
import type { ReportModel } from "../../../src/report/report_model.ts";
import { gatherLayersFile } from "../../../src/site/atlas/gathered_layers.ts";
import { indexMeasures } from "../../../src/site/layer_subject.ts";
import { viewSingleFile } from "../../../src/html/single_file_view.ts";
import { planPicture } from "../../../src/plan/picture.ts";
import { COMPARED_LAYERS, COMPARED_REPORT } from "./made_comparison.ts";
import { DATASET_LAYERS, DATASET_REPORT } from "./made_dataset.ts";
import { layerReports } from "./made_measures.ts";
import { report } from "./report_fixture.ts";
import { WORDS } from "../../../src/words/translations.ts";

const grid = { nrow: 8, padding: 2, padValue: 0 };
const [model] = report.models;
const words = WORDS.en;

/** What the views of whole pages are made of. */
export const SITE = { report, layers: layerReports, words };
const layers = model!.layers.map((layer, i) => {
  return { words, report, model: model!, layer, measures: layerReports[i]! };
});

const [deep] = layers.filter(({ layer }) => !layer.readsImage);
/** A layer of single weights, of which a pixel of its matrix is the mean of two. */
export const POINTWISE: typeof layers[number] = {
  ...deep!,
  layer: {
    ...deep!.layer,
    kernelShape: [1, 1],
    pictures: (["mix", "slices", "matrix"] as const).map((kind) =>
      kind === "matrix"
        ? planPicture(kind, [1, 1, 12, 32], { grid })
        : planPicture(kind, [12, 64, 1, 1], { grid })
    ),
  },
  measures: {
    ...deep!.measures!,
    mix: {
      input: Array.from({ length: 12 }, () => [3, 1]),
      weight: Array.from({ length: 12 }, () => [-2, 1]),
      share: Array.from({ length: 12 }, () => 0.5),
    },
    matrix: {
      output: Array.from({ length: 12 }, (_, k) => 11 - k),
      input: Array.from({ length: 64 }, (_, input) => 63 - input),
      inputNorm: Array.from({ length: 64 }, (_, input) => input / 2),
      averaged: [1, 2],
      limit: 0.25,
    },
  },
};

const bare = { ...report, note: null, models: [], failures: [] };
const empty = { ...model!, inputs: [], layers: [] };

function gather(model: ReportModel): GatheredModel {
  return { model, file: gatherLayersFile(model, indexMeasures(SITE.layers, model), []) };
}

const [datasetModel] = DATASET_REPORT.models;

/** The layers of the report with a dataset. */
export const DATASET_SUBJECTS = datasetModel!.layers.map((layer, i) => {
  return {
    ...{ words, report: DATASET_REPORT, model: datasetModel!, layer },
    measures: DATASET_LAYERS[i]!,
  };
});

/** Views of every kind of page, with what they may lack left out in turn. */
export const VIEWS: { readonly [Name in keyof Views]: readonly Views[Name][] } = {
  compare: [
    viewCompare(SITE),
    viewCompare({ ...SITE, report: COMPARED_REPORT, layers: COMPARED_LAYERS }),
    viewCompare({ ...SITE, report: bare, layers: [] }),
  ],
  index: [
    viewIndex(SITE),
    viewIndex({ ...SITE, report: DATASET_REPORT, layers: DATASET_LAYERS }),
    viewIndex({ ...SITE, report: bare, layers: [] }),
  ],
  model: [
    viewModel(SITE, gather(model!)),
    viewModel({ ...SITE, layers: [] }, gather(empty)),
  ],
  layer: [
    ...layers.map(viewLayer),
    viewLayer(POINTWISE),
    ...DATASET_SUBJECTS.map(viewLayer),
    ...layers.map((subject) => viewLayer({ ...subject, measures: null })),
    viewLayer({ ...layers[1]!, model: { ...model!, inputs: [] } }),
    viewLayer({ ...layers[1]!, model: crowd() }),
  ],
  layer_css: [...layers, POINTWISE].map(({ layer }) => viewLayerCss(layer)),
  single_file: [
    viewSingleFile(
      new Map<string, Uint8Array | string>([
        ["report.json", JSON.stringify(report)],
        ["images/cat.png", Uint8Array.of(1, 2, 3)],
      ]),
    ).view,
  ],
};

// So many layers that a page shows the neighbours only.
function crowd(): NonNullable<typeof model> {
  const copies = Array.from({ length: 12 }, (_, i) => ({ ...layers[0]!.layer, id: `copy-${i}` }));
  return { ...model!, layers: [...model!.layers, ...copies] };
}
