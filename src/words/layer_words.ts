import type { PictureKind } from "../plan/picture.ts";
import type { Translated } from "./language.ts";
import { formatCount, plural } from "./quantity.ts";

/** Maps by their numbers: the first ones, and how many more there are. */
export interface MapNumbers {
  readonly named: readonly number[];
  readonly more: number;
}

/** The padding of a picture, by its sides. */
export interface Sides {
  readonly top: string;
  readonly left: string;
  readonly bottom: string;
  readonly right: string;
}

const RANGE = "below a map stand its smallest and largest value, and how much of the picture it " +
  "keeps (R², 0 to 1)";

const en = {
  facts: {
    field: (size: string) => `each map cell reads ${size} pixels`,
    maps: (sizes: string) => `maps ${sizes}`,
    mapsOfSizes: (count: number) => `maps of ${formatCount(count)} sizes`,
    stride: (steps: string) => `stride ${steps}`,
    noPadding: "no padding",
    padding: (pads: string) => `padding ${pads}`,
    paddingEnds: (begin: string, end: string) => `padding ${begin} before, ${end} after`,
    paddingSides: ({ top, left, bottom, right }: Sides) =>
      `padding top ${top}, left ${left}, bottom ${bottom}, right ${right}`,
    dilation: (steps: string) => `dilation ${steps}`,
    groups: (count: number) => plural(count, "group"),
  },
  lead: {
    nothing: "Neither kernels nor maps could be drawn.",
    kernels: (kernels: number) => `${plural(kernels, "kernel")}, without maps.`,
    maps: (maps: number, photos: string) =>
      `${plural(maps, "map")} on ${photos}, without their kernels.`,
    pairs: (pairs: number, photos: string) =>
      `${pairs === 1 ? "The one kernel" : `Each of the ${formatCount(pairs)} kernels`} ` +
      `stands beside the map it makes, on ${photos}.`,
    photos: (shown: number, all: number) =>
      shown < all ? `${formatCount(shown)} of ${plural(all, "photo")}` : plural(all, "photo"),
    noneFlat: (photos: number) => `No map is flat${photos === 1 ? "" : " on every photo"}.`,
    flat: (maps: MapNumbers, photos: number) =>
      `${listMaps(maps)} ${isOne(maps) ? "is" : "are"} flat${
        photos === 1 ? "" : " on every photo"
      }.`,
    notFinite: (maps: MapNumbers) =>
      `${listMaps(maps)} ${isOne(maps) ? "holds" : "hold"} values that are not finite.`,
    /** What the list of pairs holds. */
    listKernels: "Every kernel with its numbers.",
    listMaps: `Every map of each photo; ${RANGE}.`,
    listPairs: `Every kernel with its map of each photo; ${RANGE}. ` +
      "Averages are over the photos, of the convolution's own output.",
  },
  flags: {
    deadKernel: (share: string) => `kernel dead: its norm is below ${share} of the layer's median`,
    duplicate: "duplicate of",
    negative: "negative of",
    deadMap: (behind: string) => `map dead: zero behind ${behind} on every photo`,
    convolution: "the convolution",
    constantMap: "map constant on every photo",
    brokenMap: "map not finite on some photo",
  },
  scales: {
    kernels: "each kernel has its own range",
    slices: "zero is mid grey; each kernel has its own range, which its slices share",
    sheets: "zero is mid grey; each kernel has its own range, which its slices share",
    maps: "each map has its own range",
    activated: "each map has its own range",
    inputs: "each map has its own range",
    effective: "zero is mid grey; each kernel has its own range",
    projections: "zero is mid grey; each projection has its own range",
  } satisfies Record<PictureKind, string>,
  stage: {
    legend: "Maps",
    before: "before",
    beforeWhat: (activation: string) => `before ${activation}`,
    after: (activation: string) => `after ${activation}`,
  },
  photo: "Photo, as the network saw it",
  chosenPhoto: "The chosen photo",
  grids: "Grids",
  samePlace: "The same place in both grids is one pair. A tile leads to its numbers and to its " +
    "maps of all photos.",
  kernels: "Kernels",
  maps: "Feature maps",
  everySlice: "every slice",
  pairs: "Pairs",
  /** A thing with its number behind it. */
  pair: "Pair",
  kernel: "Kernel",
  map: "Feature map",
  seeRule: "See the rule",
  flatRange: (value: string) => `flat, ${value}`,
  keeps: (share: string) => `keeps ${share}`,
  valuesNotFinite: (count: number) => `${plural(count, "value")} not finite`,
  views: {
    effective: "Kernels composed to pixels",
    projections: "Projections",
    missing: (view: string, reason: string) => `${view} not drawn: ${reason}.`,
  },
  insight: {
    patches: "answers most to",
    patch: (photo: string, { row, column, value }: PatchNumbers) =>
      `${photo}, row ${row}, column ${column}: ${value}`,
    projection: "strongest answer, projected back",
    projectionOf: (kernel: string) => `Projection of kernel ${kernel}`,
    effective: "composed to pixels, linear path",
    effectiveOf: (kernel: string) => `Kernel ${kernel} composed to pixels`,
    circuit: (photo: string, { shown, all, share }: CircuitNumbers) =>
      `made on ${photo} by ${shown} of ${all} slices, together ${share} of the map`,
    inputMap: "The map it reads",
    slice: (input: string) => `Slice ${input}`,
    input: "input",
  },
  provenance: "Where this comes from",
  terms: {
    node: "Node",
    operator: "Operator",
    input: "Input",
    output: "Output",
    followedBy: "Followed by",
    kernels: "Kernels",
    storedAs: "Stored as",
    preprocessing: "Preprocessing",
    runtime: "Runtime",
    files: "Files",
  },
  measuresFile: "the measures, in columns",
};

/** Where a patch stands in a map, and the map's value there. */
export interface PatchNumbers {
  readonly row: string;
  readonly column: string;
  readonly value: string;
}

/** How many slices of a kernel are shown, of how many, and their share of the map. */
export interface CircuitNumbers {
  readonly shown: string;
  readonly all: string;
  readonly share: string;
}

function isOne({ named, more }: MapNumbers): boolean {
  return named.length + more === 1;
}

function listMaps({ named, more }: MapNumbers): string {
  if (more > 0) return `Maps ${named.join(", ")} and ${formatCount(more)} more`;
  if (named.length === 1) return `Map ${named[0]}`;
  return `Maps ${named.slice(0, -1).join(", ")} and ${named.at(-1)}`;
}

/** The words of a layer's page. */
export type LayerWords = typeof en;

const ZH_RANGE = "特征图下方是其最小值和最大值，以及保留了多少画面（R²，0 到 1）";

const zh: LayerWords = {
  facts: {
    field: (size) => `感受野 ${size} 像素`,
    maps: (sizes) => `特征图 ${sizes}`,
    mapsOfSizes: (count) => `特征图有 ${formatCount(count)} 种尺寸`,
    stride: (steps) => `步幅 ${steps}`,
    noPadding: "无填充",
    padding: (pads) => `填充 ${pads}`,
    paddingEnds: (begin, end) => `填充前 ${begin}、后 ${end}`,
    paddingSides: ({ top, left, bottom, right }) =>
      `填充上 ${top}、左 ${left}、下 ${bottom}、右 ${right}`,
    dilation: (steps) => `膨胀率 ${steps}`,
    groups: (count) => `分组 ${formatCount(count)}`,
  },
  lead: {
    nothing: "卷积核和特征图都未能绘制。",
    kernels: (kernels) => `${formatCount(kernels)} 个卷积核，没有特征图。`,
    maps: (maps, photos) => `${photos}上的 ${formatCount(maps)} 张特征图，没有卷积核。`,
    pairs: (pairs, photos) =>
      `${pairs === 1 ? "唯一的卷积核" : `${formatCount(pairs)} 个卷积核各自`}` +
      `与其生成的特征图并列，基于 ${photos}。`,
    photos: (shown, all) =>
      shown < all
        ? `${formatCount(all)} 张照片中的 ${formatCount(shown)} 张`
        : `${formatCount(all)} 张照片`,
    noneFlat: (photos) => photos === 1 ? "没有平坦的特征图。" : "没有在每张照片上都平坦的特征图。",
    flat: (maps, photos) => `${zhListMaps(maps)}${photos === 1 ? "" : "在每张照片上都"}是平坦的。`,
    notFinite: (maps) => `${zhListMaps(maps)}含有非有限值。`,
    listKernels: "每个卷积核及其数值。",
    listMaps: `每张照片的每张特征图；${ZH_RANGE}。`,
    listPairs:
      `每个卷积核及其在每张照片上的特征图；${ZH_RANGE}。平均值取自所有照片，针对卷积自身的输出。`,
  },
  flags: {
    deadKernel: (share) => `卷积核失活：范数低于该层中位数的 ${share}`,
    duplicate: "重复：",
    negative: "反相：",
    deadMap: (behind) => `特征图失活：在每张照片上，${behind} 之后均为零`,
    convolution: "卷积",
    constantMap: "特征图在每张照片上都是常数",
    brokenMap: "特征图在某些照片上含非有限值",
  },
  scales: {
    kernels: "每个卷积核各用自己的取值范围",
    slices: "零为中灰；每个卷积核各用自己的取值范围，其切片共用",
    sheets: "零为中灰；每个卷积核各用自己的取值范围，其切片共用",
    maps: "每张特征图各用自己的取值范围",
    activated: "每张特征图各用自己的取值范围",
    inputs: "每张特征图各用自己的取值范围",
    effective: "零为中灰；每个卷积核各用自己的取值范围",
    projections: "零为中灰；每个投影各用自己的取值范围",
  },
  stage: {
    legend: "特征图",
    before: "之前",
    beforeWhat: (activation) => `${activation} 之前`,
    after: (activation) => `${activation} 之后`,
  },
  photo: "网络看到的照片",
  chosenPhoto: "所选照片",
  grids: "网格",
  samePlace: "两个网格中同一位置为一对。点击图块可查看其数值及其在所有照片上的特征图。",
  kernels: "卷积核",
  maps: "特征图",
  everySlice: "所有切片",
  pairs: "逐对查看",
  pair: "对",
  kernel: "卷积核",
  map: "特征图",
  seeRule: "查看规律",
  flatRange: (value) => `平坦，${value}`,
  keeps: (share) => `保留 ${share}`,
  valuesNotFinite: (count) => `${formatCount(count)} 个非有限值`,
  views: {
    effective: "合成到像素的卷积核",
    projections: "投影",
    missing: (view, reason) => `未绘制${view}：${reason}。`,
  },
  insight: {
    patches: "响应最强处",
    patch: (photo, { row, column, value }) => `${photo}，第 ${row} 行，第 ${column} 列：${value}`,
    projection: "最强响应，反向投影",
    projectionOf: (kernel) => `卷积核 ${kernel} 的投影`,
    effective: "合成到像素，线性路径",
    effectiveOf: (kernel) => `合成到像素的卷积核 ${kernel}`,
    circuit: (photo, { shown, all, share }) =>
      `在 ${photo} 上由 ${all} 个切片中的 ${shown} 个生成，合占特征图的 ${share}`,
    inputMap: "它读取的特征图",
    slice: (input) => `切片 ${input}`,
    input: "输入",
  },
  provenance: "来源",
  terms: {
    node: "节点",
    operator: "算子",
    input: "输入",
    output: "输出",
    followedBy: "后接",
    kernels: "卷积核",
    storedAs: "存储类型",
    preprocessing: "预处理",
    runtime: "运行时",
    files: "文件",
  },
  measuresFile: "按列存储的度量",
};

function zhListMaps({ named, more }: MapNumbers): string {
  const numbers = named.join("、");
  const all = formatCount(named.length + more);
  return more > 0 ? `特征图 ${numbers} 等 ${all} 张` : `特征图 ${numbers} `;
}

/** The words of a layer's page, in every language. */
export const LAYER_WORDS: Translated<LayerWords> = { en, "zh-CN": zh };
