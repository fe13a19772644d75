import type { Translated } from "./language.ts";
import { formatCount, plural } from "./quantity.ts";

/** What the numbers of many pairs come to. */
export interface CosineTally {
  /** How many pairs have a cosine. */
  readonly count: string;
  readonly least: string;
  /** The pair that the least belongs to. */
  readonly at: string;
  readonly median: string;
}

const en = {
  title: "Compare",
  lead: "Two models, two layers or two photos side by side: pair k of A is pair k of B.",
  about: (models: number, layers: number, inputs: string) =>
    `There is a choice of ${plural(models, "model")}, ${plural(layers, "layer")}, ${inputs}.`,
  nothing: "This report has one layer and one photo: there is nothing to compare them with.",
  layersOnly:
    "This report has one model and one photo: what can be compared is one layer with another.",
  still: "To choose and to measure, the page needs script. Without it these layers can be opened:",
  all: "Everything that can be compared",
  a: "A",
  b: "B",
  layerOf: (side: string) => `${side}: model and layer`,
  photoOf: (side: string) => `${side}: photo`,
  swap: "Swap A and B",
  of: "Of",
  kernels: "kernels",
  maps: "maps",
  stage: "Maps",
  before: "before activation",
  after: "after activation",
  show: "Show",
  side: "side by side",
  slider: "slider",
  difference: "A − B",
  scale: "Scale",
  pairScale: "each pair",
  tileScale: "each tile",
  sort: "Sort by",
  sorts: {
    index: "index",
    kernels: "cosine of kernels, least first",
    maps: "cosine of maps, least first",
  },
  grids: "Kernels or maps of A and B",
  facing: "Chosen pair",
  previous: "Previous pair",
  next: "Next pair",
  copy: "Copy the link",
  wipe: "How much of A is shown, in percent",
  point: (side: string) => `${side}: values by arrow keys`,
  openA: "Open in A",
  openB: "Open in B",
  measure: "Measure",
  cosine: "cosine",
  correlation: "correlation",
  change: "‖A − B‖ ÷ ‖A‖",
  waiting: "Loading A and B",
  missing: (side: string) => `The data of ${side} could not be loaded.`,
  pair: (k: string) => `Pair ${k}`,
  pairName: (k: string, facts: readonly string[]) => [`Pair ${k}`, ...facts].join(", "),
  cosineKernels: (value: string) => `cosine of kernels ${value}`,
  cosineMaps: (value: string) => `cosine of maps ${value}`,
  compared: (count: number, of: number) =>
    count === of ? `${plural(count, "pair")}` : `${formatCount(count)} of ${formatCount(of)} pairs`,
  measuring: (done: number, of: number) => `cosines of ${formatCount(done)} of ${formatCount(of)}`,
  rest: (side: string, first: number, last: number) =>
    first === last
      ? `${side} alone has number ${first}`
      : `${side} alone has numbers ${first} to ${last}`,
  tallyKernels: ({ count, least, at, median }: CosineTally) =>
    `Cosine of the kernels, ${count}: least ${least} (pair ${at}), median ${median}.`,
  tallyMaps: ({ count, least, at, median }: CosineTally) =>
    `Cosine of the maps, ${count}: least ${least} (pair ${at}), median ${median}.`,
  stripKernels: "Cosine of the kernels",
  stripMaps: "Cosine of the maps",
  large: (size: string) => `The numbers of all pairs take ${size}.`,
  measureAll: "Measure all pairs",
  sameKernels: "A and B are the same layer: its kernels are the same.",
  sameMaps: "A and B show the same maps.",
  noKernels: (side: string, why: string) => `The kernels of ${side} are not drawn: ${why}.`,
  noMaps: (side: string, why: string) => `The maps of ${side} are not drawn: ${why}.`,
  noMapsHere: (side: string) => `${side} has no maps on this photo.`,
  kernelsDiffer: (a: string, b: string) =>
    `Kernels of ${a} and ${b} cannot be compared weight by weight.`,
  mapsDiffer: (a: string, b: string) => `Maps of ${a} and ${b} cannot be compared cell by cell.`,
  noValues: (side: string) =>
    `The report leaves out the numbers of ${side}, so nothing is measured.`,
  valuesMissing: "The files of the numbers could not be loaded.",
  noDifference: "No difference is drawn.",
  stageFalls: (side: string) =>
    `Nothing follows the convolution of ${side}: the maps of both are those before.`,
  scales: {
    pair: "A and B of a pair share one range",
    tile: "each tile has its own range; do not compare brightness",
    difference: (most: string) => `−${most} to ${most}: blue where B is greater, orange where A is`,
    zero: "zero is the page’s colour",
    equal: "A and B are equal everywhere",
  },
  cell: (row: string, column: string) => `Row ${row}, column ${column}`,
  weight: (slice: string, row: string, column: string) =>
    `Slice ${slice}, row ${row}, column ${column}`,
  reading: (place: string, a: string, b: string) => `${place}: A ${a}; B ${b}.`,
  readingDifference: (place: string, a: string, b: string, difference: string) =>
    `${place}: A ${a}; B ${b}; A − B ${difference}.`,
  noReading: "Point at a picture, or move with the arrow keys, to read exact values.",
  notFinite: (count: number) => `${plural(count, "value")} not finite`,
  stored: (dtype: string) => `stored as ${dtype}`,
  keys: "Keys",
  shortcuts: [
    { keys: ["←", "→"], does: "previous, next pair" },
    { keys: ["↑", "↓"], does: "a row up, down" },
    { keys: ["p", "P"], does: "next, previous photo" },
    { keys: ["x"], does: "swap A and B" },
    { keys: ["v"], does: "side by side, slider, difference" },
    { keys: ["o"], does: "kernels or maps" },
    { keys: ["r"], does: "before or after the activation" },
    { keys: ["s", "S"], does: "sort by the next, previous measure" },
    { keys: ["l"], does: "scale" },
    { keys: ["y"], does: "copy the link" },
    { keys: ["t"], does: "theme" },
    { keys: ["?"], does: "these keys" },
  ] as readonly { readonly keys: readonly string[]; readonly does: string }[],
  pointKeys:
    "On an enlarged picture the arrow keys move from value to value, with Shift by five; on the slider they wipe.",
};

/** The words of the page that compares. */
export type CompareWords = typeof en;

const zh: CompareWords = {
  title: "比较",
  lead: "两个模型、两个层或两张照片并列：A 的第 k 对就是 B 的第 k 对。",
  about: (models, layers, inputs) =>
    `本报告有 ${formatCount(models)} 个模型、${formatCount(layers)} 个层、` +
    `${inputs}可供选择。`,
  nothing: "本报告只有一个层和一张照片，没有可比较的对象。",
  layersOnly: "本报告只有一个模型和一张照片，可以比较的是不同的层。",
  still: "选择与测量需要脚本；没有脚本时可打开以下各层：",
  all: "可以比较的全部内容",
  a: "A",
  b: "B",
  layerOf: (side) => `${side}：模型与层`,
  photoOf: (side) => `${side}：照片`,
  swap: "交换 A 与 B",
  of: "对象",
  kernels: "卷积核",
  maps: "特征图",
  stage: "特征图",
  before: "激活前",
  after: "激活后",
  show: "显示",
  side: "并列",
  slider: "滑块",
  difference: "A − B",
  scale: "标度",
  pairScale: "逐对",
  tileScale: "逐格",
  sort: "排序",
  sorts: {
    index: "序号",
    kernels: "卷积核余弦，由小到大",
    maps: "特征图余弦，由小到大",
  },
  grids: "A 与 B 的卷积核或特征图",
  facing: "选中的对",
  previous: "上一对",
  next: "下一对",
  copy: "复制链接",
  wipe: "A 显示的百分比",
  point: (side) => `${side}：用方向键读取数值`,
  openA: "在 A 中打开",
  openB: "在 B 中打开",
  measure: "度量",
  cosine: "余弦",
  correlation: "相关系数",
  change: "‖A − B‖ ÷ ‖A‖",
  waiting: "正在载入 A 与 B",
  missing: (side) => `无法载入 ${side} 的数据。`,
  pair: (k) => `第 ${k} 对`,
  pairName: (k, facts) => [`第 ${k} 对`, ...facts].join("，"),
  cosineKernels: (value) => `卷积核余弦 ${value}`,
  cosineMaps: (value) => `特征图余弦 ${value}`,
  compared: (count, of) =>
    count === of
      ? `${formatCount(count)} 对`
      : `${formatCount(of)} 对中的 ${formatCount(count)} 对`,
  measuring: (done, of) => `余弦 ${formatCount(done)} / ${formatCount(of)}`,
  rest: (side, first, last) =>
    first === last ? `只有 ${side} 有第 ${first} 号` : `只有 ${side} 有第 ${first} 至 ${last} 号`,
  tallyKernels: ({ count, least, at, median }) =>
    `卷积核余弦，${count} 个：最小 ${least}（第 ${at} 对），中位数 ${median}。`,
  tallyMaps: ({ count, least, at, median }) =>
    `特征图余弦，${count} 个：最小 ${least}（第 ${at} 对），中位数 ${median}。`,
  stripKernels: "卷积核余弦",
  stripMaps: "特征图余弦",
  large: (size) => `所有对的数值共 ${size}。`,
  measureAll: "测量所有对",
  sameKernels: "A 与 B 是同一层，卷积核相同。",
  sameMaps: "A 与 B 是相同的特征图。",
  noKernels: (side, why) => `${side} 的卷积核未绘制：${why}。`,
  noMaps: (side, why) => `${side} 的特征图未绘制：${why}。`,
  noMapsHere: (side) => `${side} 在这张照片上没有特征图。`,
  kernelsDiffer: (a, b) => `${a} 与 ${b} 的卷积核无法逐个权重比较。`,
  mapsDiffer: (a, b) => `${a} 与 ${b} 的特征图无法逐格比较。`,
  noValues: (side) => `报告未包含 ${side} 的数值，因此不作测量。`,
  valuesMissing: "无法载入数值文件。",
  noDifference: "不绘制差值。",
  stageFalls: (side) => `${side} 的卷积之后没有激活，两侧都显示激活前的特征图。`,
  scales: {
    pair: "每对的 A 与 B 共用一个范围",
    tile: "每格各有自己的范围，亮度不可相互比较",
    difference: (most) => `−${most} 至 ${most}：蓝色处 B 较大，橙色处 A 较大`,
    zero: "零即页面底色",
    equal: "A 与 B 处处相等",
  },
  cell: (row, column) => `第 ${row} 行、第 ${column} 列`,
  weight: (slice, row, column) => `第 ${slice} 片、第 ${row} 行、第 ${column} 列`,
  reading: (place, a, b) => `${place}：A ${a}；B ${b}。`,
  readingDifference: (place, a, b, difference) => `${place}：A ${a}；B ${b}；A − B ${difference}。`,
  noReading: "指向图片或用方向键移动，即可读取精确数值。",
  notFinite: (count) => `${formatCount(count)} 个数值非有限`,
  stored: (dtype) => `存储为 ${dtype}`,
  keys: "按键",
  shortcuts: [
    { keys: ["←", "→"], does: "上一对、下一对" },
    { keys: ["↑", "↓"], does: "上一行、下一行" },
    { keys: ["p", "P"], does: "下一张、上一张照片" },
    { keys: ["x"], does: "交换 A 与 B" },
    { keys: ["v"], does: "并列、滑块、差值" },
    { keys: ["o"], does: "卷积核或特征图" },
    { keys: ["r"], does: "激活前或激活后" },
    { keys: ["s", "S"], does: "按下一个、上一个度量排序" },
    { keys: ["l"], does: "标度" },
    { keys: ["y"], does: "复制链接" },
    { keys: ["t"], does: "主题" },
    { keys: ["?"], does: "本帮助" },
  ],
  pointKeys: "焦点在放大的图上时，方向键逐个数值移动，加 Shift 一次五个；在滑块上则移动分界。",
};

/** The words of the page that compares, in every language. */
export const COMPARE_WORDS: Translated<CompareWords> = { en, "zh-CN": zh };
