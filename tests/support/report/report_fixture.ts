import { TRIALS } from "../../../src/analysis/trial/trial.ts";
import { ODDITY_KINDS, type OddityKind } from "../../../src/config/oddity_kind.ts";
import type { Oddity } from "../../../src/report/oddity.ts";
import type { Picture } from "../../../src/plan/picture.ts";
import type {
  PhotoRule,
  ReportLayer,
  ReportMaps,
  ReportRule,
  ReportView,
} from "../../../src/report/report_layer.ts";
import type { Report } from "../../../src/report/report.ts";
import { describeFailure, placeFile } from "../../../src/report/failure.ts";
import { type Reason, tellReason } from "../../../src/reason/reason.ts";
import { MADE_AXES } from "./made_tuning.ts";

/** A name that breaks out of every context it is not escaped in. */
export const HOSTILE = `</script><img src=x onerror="a('b')">{{x}}\u2028&amp; 🦊`;

const PHOTOS = ["chelsea", "größe_2.b"] as const;

/** Lays out a grid of tiles as the plan does. */
export function layoutPicture(
  kind: Picture["kind"],
  file: string,
  { count, tile, columns = 8 }: {
    readonly count: number;
    readonly tile: readonly [width: number, height: number];
    readonly columns?: number;
  },
): Picture {
  const across = Math.min(columns, count);
  const padding = count === 1 ? 0 : 2;
  const [tileWidth, tileHeight] = tile;
  return {
    kind,
    file,
    scale: `each of the ${kind} has its own range`,
    width: padding + across * (tileWidth + padding),
    height: padding + Math.ceil(count / across) * (tileHeight + padding),
    tileWidth,
    tileHeight,
    columns: across,
    padding,
  };
}

function layoutMaps(count: number, side: number): ReportMaps[] {
  return PHOTOS.map((image) => {
    const picture = layoutPicture("maps", `maps/${image}.png`, { count, tile: [side, side] });
    const activated = count === 10
      ? layoutPicture("activated", `activated/${image}.png`, { count, tile: [side, side] })
      : null; // only the first layer of the fixture is followed by something
    const inputs = count === 12
      ? layoutPicture("inputs", `inputs/${image}.png`, { count: 64, tile: [side, side] })
      : null; // the deep layer of the fixture reads 64 maps
    const pictures = [picture, activated, inputs].filter((each) => each !== null);
    const values = {
      dims: [count, side, side],
      perFile: count,
      files: 1,
      form: "compact" as const,
      error: 0.001,
      bytes: 1234,
    };
    const own = {
      pictures,
      picture,
      activated,
      inputs,
      values,
      activatedValues: activated && values,
    };
    const space = [side, side];
    return {
      image,
      height: side,
      width: side,
      space,
      fields: null,
      samples: { shown: 1, of: 1 },
      ...own,
    };
  });
}

function layoutView(kind: "effective" | "projections"): ReportView {
  const picture = layoutPicture(kind, `${kind}.png`, { count: 12, tile: [51, 51] });
  return { pictures: [picture], picture, averagedFrom: null, missing: null, reason: null };
}

const notExcited: Reason = { code: "never-excited" };

const plain: Omit<ReportLayer, "id" | "name" | "pairs" | "outChannels" | "pictures" | "maps"> = {
  preview: null,
  patches: null,
  node: "/features/Conv",
  source: null,
  sources: [],
  reads: [],
  op: "Conv",
  input: "input",
  output: "out",
  weight: "features.weight",
  bias: "features.bias",
  summing: "exact",
  badges: [],
  dtype: "float32",
  kernelShape: [3, 3],
  strides: [1, 1],
  pads: [1, 1, 1, 1],
  dilations: [1, 1],
  group: 1,
  inChannels: 64,
  readsImage: false,
  receptiveField: { size: [51, 51], stride: [8, 8], offset: [-18, -18] },
  fieldMissing: null,
  fieldReason: null,
  activation: [],
  added: null,
  kernelsMissing: null,
  kernelsReason: null,
  mapsMissing: null,
  mapsReason: null,
  values: null,
  cosines: [],
  effective: null,
  projections: {
    pictures: [],
    picture: null,
    averagedFrom: null,
    missing: tellReason(notExcited),
    reason: notExcited,
  },
  rule: null,
  reviews: [],
};

/** Relations of ten kernels; that of the hue, of nine. */
const relations: PhotoRule = {
  image: "chelsea",
  n: 10,
  pairs: { "chroma,keepsPicture": 9 },
  spearman: { "dcGain,keepsPicture": 0.786, "chroma,keepsPicture": -0.494, "norm,zeros": 0.1 },
  partial: { "chroma,keepsPicture|dcGain": 0.0625, "dcGain,keepsPicture|chroma": 0.71 },
  p: {
    "dcGain,keepsPicture": 0.00009999,
    "chroma,keepsPicture": 0.0312,
    "norm,zeros": 0.64,
    "chroma,keepsPicture|dcGain": 0.6413,
    "dcGain,keepsPicture|chroma": 0.002,
  },
  strongest: { kernel: "dcGain", map: "keepsPicture", spearman: 0.786, p: 0.00009999, n: 10 },
  counterExamples: { colour: [1, 4], grey: [] },
};

/** The rule of the first layer, as a sentence that could hold anything. */
export const rule: ReportRule = {
  composed: null,
  ...relations,
  sentence: `The maps of ${HOSTILE} go with DC gain.`,
  photos: PHOTOS.map((image) => ({ ...relations, image })),
};

/** A rule without colours and without photo shares. */
const bareRule: ReportRule = {
  composed: null,
  n: 12,
  pairs: {},
  spearman: {},
  partial: {},
  p: {},
  strongest: null,
  counterExamples: null,
  sentence: "No kernel measure could be compared with how much of a map is photo (R²).",
  photos: [],
};

/** An RGB first layer: 10 kernels of 11 × 11, maps of 55 × 55. */
export const rgbLayer: ReportLayer = {
  ...plain,
  id: "conv1",
  name: "conv1",
  activation: ["BatchNormalization", "Relu"],
  added: null,
  badges: ["batchnorm-folded", HOSTILE],
  kernelShape: [11, 11],
  strides: [4, 4],
  pads: [2, 2, 2, 2],
  inChannels: 3,
  outChannels: 10,
  pairs: 10,
  readsImage: true,
  receptiveField: { size: [11, 11], stride: [4, 4], offset: [-2, -2] },
  pictures: [layoutPicture("kernels", "kernels.png", { count: 10, tile: [11, 11] })],
  values: {
    dims: [10, 3, 11, 11],
    perFile: 10,
    files: 1,
    form: "compact",
    error: 0.001,
    bytes: 1234,
  },
  maps: layoutMaps(10, 55),
  rule,
  reviews: [
    { kernel: 1, verdict: "suspicious", note: HOSTILE, reviewer: HOSTILE, source: "a.json" },
    { kernel: 1, verdict: "fine", note: "", reviewer: null, source: "b.json" },
    { kernel: 7, verdict: "dead", note: "no map", reviewer: null, source: "b.json" },
  ],
};

/** A deep layer: the strongest slices, and all 64. */
export const deepLayer: ReportLayer = {
  ...plain,
  id: "features.3-Conv",
  name: HOSTILE,
  node: HOSTILE,
  weight: HOSTILE,
  outChannels: 12,
  pairs: 12,
  pictures: [
    layoutPicture("strongest", "strongest.png", { count: 12, tile: [7, 7] }),
    layoutPicture("leading", "leading.png", { count: 12, tile: [3, 3] }),
    layoutPicture("slices", "slices.png", { count: 12 * 64, tile: [3, 3], columns: 64 }),
  ],
  values: {
    dims: [12, 64, 3, 3],
    perFile: 12,
    files: 1,
    form: "compact",
    error: 0.001,
    bytes: 1234,
  },
  maps: layoutMaps(12, 112),
  effective: layoutView("effective"),
  projections: layoutView("projections"),
  rule: bareRule,
};

const fieldReason: Reason = { code: "field-unknown-behind", op: "NonZero", node: HOSTILE };
const kernelsReason: Reason = { code: "tensor-type", tensor: HOSTILE, type: "complex64" };

/** A layer whose kernels are computed while the model runs; one photo failed. */
export const mapsOnly: ReportLayer = {
  ...plain,
  id: "computed",
  name: "computed",
  node: "",
  dtype: null,
  kernelShape: [],
  strides: [],
  pads: [],
  dilations: [],
  inChannels: 0,
  receptiveField: null,
  fieldMissing: tellReason(fieldReason),
  fieldReason,
  kernelsMissing: tellReason(kernelsReason),
  kernelsReason,
  outChannels: 1,
  pairs: 1,
  pictures: [],
  maps: layoutMaps(1, 13).slice(1),
};

const mapsReason: Reason = { code: "runtime-fails", text: "the session ran out of memory" };

/** A layer whose maps could not be run. */
export const kernelsOnly: ReportLayer = {
  ...plain,
  id: "größe",
  name: "größe",
  mapsMissing: tellReason(mapsReason),
  mapsReason,
  outChannels: 3,
  pairs: 3,
  pictures: [layoutPicture("kernels", "kernels.png", { count: 3, tile: [3, 3] })],
  maps: [],
};

// One of each kind, and one kind in all layers.
const ODDITIES: readonly Oddity[] = [
  ...ODDITY_KINDS.map((kind, i) => makeOddity(kind, rgbLayer, i)),
  ...[deepLayer, mapsOnly, kernelsOnly].map((layer) => makeOddity("never-on", layer, 20)),
];

function makeOddity(kind: OddityKind, { id, pairs }: ReportLayer, i: number): Oddity {
  const image = i % 5 === 4 ? null : PHOTOS[0];
  return {
    ...{ id: `${id}/${kind}`, code: kind, layer: id, kernel: 0, image, images: 1 + i % 3 },
    dataset: kind === "rarely-on" ? 5000 : 0,
    ...{ other: i % 4 === 3 ? null : 0, value: i % 6 === 5 ? null : 0.25, usual: 0.004 },
    ...{ count: 1 + i % 2, of: pairs, kernels: [0], model: kind === "damage" ? "net-1.0" : null },
    surprise: 0.9 - i / 50,
    sentence: `Map 0 of ${id}: ${kind}.`,
  };
}

/** A report of one model with a layer of every sort. */
export const report: Report = {
  format: "convatlas-report",
  version: 1,
  generator: "convatlas 0.1.0",
  runtime: "onnxruntime-node 1.30.0",
  title: HOSTILE,
  note: HOSTILE,
  site: null,
  images: PHOTOS.map((id) => {
    const [name, profile] = id === "chelsea" ? [HOSTILE, HOSTILE] : [id, null];
    return { id, name, width: 451, height: 300, dims: null, profile, sha256: "0f" };
  }),
  models: [{
    id: "net-1.0",
    name: HOSTILE,
    sha256: "8c1905b83b31d1f1".repeat(4),
    opset: 17,
    producer: "pytorch 2.3.0",
    preprocess: {
      name: "imagenet",
      resize: { shortestEdge: 256 },
      kernel: "bilinear",
      crop: { width: 224, height: 224, rounding: "even" },
      profile: "ignore",
      channels: "RGB",
      rescale: 1 / 255,
      mean: [0.485, 0.456, 0.406],
      std: [0.229, 0.224, 0.225],
    },
    imageInput: HOSTILE,
    given: [{ input: HOSTILE, value: null, count: null, photo: HOSTILE, npy: null }],
    inputs: PHOTOS.map((image) => {
      const [file, thumb] = [`images/${image}.png`, `images/thumbs/${image}.png`];
      return { image, file, thumb, width: 224, height: 224, dims: null };
    }),
    datasetPhotos: null,
    tuning: { width: 224, height: 224, pictures: 16, ...MADE_AXES },
    experiments: { images: PHOTOS, trials: TRIALS },
    experimentsMissing: null,
    experimentsReason: null,
    tuningMissing: null,
    tuningReason: null,
    answers: {
      layer: "features.3-Conv",
      source: "imagenet.txt",
      shares: "softmax",
      photos: [{
        image: "chelsea",
        classes: [3, 0, 1],
        labels: [HOSTILE, "tabby", null],
        shares: [0.71, 0.2, 0.0004],
      }],
    },
    layers: [rgbLayer, deepLayer, mapsOnly, kernelsOnly],
    leftOut: { layers: ["fc1", "fc2"], ops: ["Gemm"], share: 0.9612 },
    reduced: null,
    findings: ODDITIES,
  }],
  comparisons: [],
  dataset: null,
  checks: [{
    kind: "never-on",
    limit: 2,
    failed: [{ model: "net-1.0", finding: "conv1/never-on" }],
  }],
  failures: [describeFailure(placeFile(HOSTILE), new Error(HOSTILE))],
};
