import type { KernelColumns, LayerReport, MapColumns } from "../../src/report/layer_report.ts";
import type { Picture } from "../../src/plan/picture.ts";
import type { Report, ReportLayer, ReportMaps } from "../../src/report/report.ts";

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
    return { image, height: side, width: side, picture, activated };
  });
}

const plain: Omit<ReportLayer, "id" | "name" | "pairs" | "outChannels" | "pictures" | "maps"> = {
  node: "/features/Conv",
  op: "Conv",
  input: "input",
  output: "out",
  weight: "features.weight",
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
  activation: [],
  kernelsMissing: null,
  mapsMissing: null,
};

/** An RGB first layer: 10 kernels of 11 × 11, maps of 55 × 55. */
export const rgbLayer: ReportLayer = {
  ...plain,
  id: "conv1",
  name: "conv1",
  activation: ["BatchNormalization", "Relu"],
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
  maps: layoutMaps(10, 55),
};

/** A deep layer: sheets of 64 slices, and the slices themselves. */
export const deepLayer: ReportLayer = {
  ...plain,
  id: "features.3-Conv",
  name: HOSTILE,
  node: HOSTILE,
  weight: HOSTILE,
  outChannels: 12,
  pairs: 12,
  pictures: [
    layoutPicture("sheets", "sheets.png", { count: 12, tile: [31, 31] }),
    layoutPicture("slices", "slices.png", { count: 12 * 64, tile: [3, 3], columns: 64 }),
  ],
  maps: layoutMaps(12, 112),
};

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
  kernelsMissing: `the kernels are computed by ${HOSTILE}`,
  outChannels: 1,
  pairs: 1,
  pictures: [],
  maps: layoutMaps(1, 13).slice(1),
};

/** A layer whose maps could not be run. */
export const kernelsOnly: ReportLayer = {
  ...plain,
  id: "größe",
  name: "größe",
  mapsMissing: "the session ran out of memory",
  outChannels: 3,
  pairs: 3,
  pictures: [layoutPicture("kernels", "kernels.png", { count: 3, tile: [3, 3] })],
  maps: [],
};

/** A report of one model with a layer of every sort. */
export const report: Report = {
  format: "convatlas-report",
  version: 1,
  generator: "convatlas 0.1.0",
  runtime: "onnxruntime-node 1.30.0",
  title: HOSTILE,
  note: HOSTILE,
  images: PHOTOS.map((id) => {
    return { id, name: id === "chelsea" ? HOSTILE : id, width: 451, height: 300, sha256: "0f" };
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
      crop: { width: 224, height: 224 },
      channels: "RGB",
      rescale: 1 / 255,
      mean: [0.485, 0.456, 0.406],
      std: [0.229, 0.224, 0.225],
    },
    inputs: PHOTOS.map((image) => {
      return { image, file: `images/${image}.png`, width: 224, height: 224 };
    }),
    layers: [rgbLayer, deepLayer, mapsOnly, kernelsOnly],
  }],
  failures: [{ where: HOSTILE, message: HOSTILE }],
};

/** The measures: map 1 is flat on every photo, map 3 of chelsea has two values that are not finite. */
export const layerReports: readonly LayerReport[] = report.models[0]!.layers.map(measure);

function measure(layer: ReportLayer): LayerReport {
  const column = (measure: (k: number) => number | null): (number | null)[] =>
    Array.from({ length: layer.pairs }, (_, k) => measure(k));
  const index = column((k) => k) as number[];
  const kernels: KernelColumns = {
    index,
    min: column((k) => -0.5 - k),
    max: column((k) => 0.5 + k),
    mean: column(() => 0.0125),
    norm: column((k) => k === 2 ? null : 3.02),
    nonFinite: column((k) => k === 2 ? 4 : 0),
  };
  const measureMaps = (image: string): MapColumns => ({
    index,
    min: column((k) => k === 1 ? 0 : -1.94),
    max: column((k) => k === 1 ? 0 : 1234.5),
    mean: column(() => 0),
    std: column(() => 1),
    zeros: column(() => 0),
    negatives: column(() => 0),
    nonFinite: column((k) => image === "chelsea" && k === 3 ? 2 : 0),
  });
  return {
    format: "convatlas-layer",
    version: 1,
    model: "net-1.0",
    layer: layer.id,
    kernels: layer.kernelsMissing === null ? kernels : null,
    maps: layer.maps.map(({ image, height, width }) => {
      return { image, height, width, channels: measureMaps(image), activated: null };
    }),
  };
}
