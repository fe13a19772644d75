import type { LayerReport } from "../../../src/report/layer_report.ts";
import type { Report } from "../../../src/report/report.ts";
import type { ReportComparedLayer } from "../../../src/report/report_comparison.ts";
import { layerReports } from "./made_measures.ts";
import { report } from "./report_fixture.ts";

const [model] = report.models;

const CONV1: ReportComparedLayer = {
  ...{ a: "conv1", b: "conv1", matched: "name", paired: "place", permuted: 0, pairs: 10 },
  stages: { a: "maps", b: "maps" },
  images: ["chelsea"],
  ...{ medianError: 0.02, lowError: 0.01, highError: 0.04, worstError: 0.05 },
  ...{ medianSnr: 33.97940008672037, worstSnr: 26.02059991327962 },
  worst: { kernel: 3, other: 3, image: "chelsea" },
  mapsMissing: null,
  mapsReason: null,
  kernels: {
    ...{ medianMoved: 0.01, lowMoved: 0.005, highMoved: 0.02, mostMoved: 0.03 },
    medianCosine: 0.9999,
    most: { kernel: 7, other: 7 },
  },
  kernelsMissing: null,
  kernelsReason: null,
};

/** The layers of two models that go together: one by order, its kernels permuted, and one without maps. */
export const COMPARED: readonly ReportComparedLayer[] = [
  CONV1,
  {
    ...CONV1,
    ...{ a: "features.3-Conv", b: "features.3-Conv", matched: "order" },
    ...{ paired: "likeness", permuted: 2, pairs: 12 },
    stages: { a: "activated", b: "maps" },
    ...{ medianError: 0.06, worstError: 0.174, medianSnr: 24.4, worstSnr: 15.2 },
    worst: { kernel: 11, other: 2, image: "chelsea" },
    kernels: null,
  },
  {
    ...CONV1,
    ...{ a: "größe", b: "größe", pairs: 3, images: [], worst: null },
    ...{ medianError: null, lowError: null, highError: null, worstError: null },
    ...{ medianSnr: null, worstSnr: null },
    mapsMissing: model!.layers[3]!.mapsMissing,
    mapsReason: model!.layers[3]!.mapsReason,
  },
];

/** The fixture's model beside a copy of it: what a page that compares opens on. */
export const COMPARED_REPORT: Report = {
  ...report,
  models: [model!, { ...model!, id: "int8", name: "int8" }],
  comparisons: [{
    ...{ a: "net-1.0", b: "int8", file: "comparisons/net-1.0/int8", seenAlike: false },
    ...{ learnedAlike: true, medianError: 0.04, medianCosine: 0.9999 },
    layers: COMPARED,
    unmatched: { a: ["computed"], b: ["computed"] },
  }],
};

/** What was measured of both. */
export const COMPARED_LAYERS: readonly LayerReport[] = [
  ...layerReports,
  ...layerReports.map((layer) => ({ ...layer, model: "int8" })),
];
