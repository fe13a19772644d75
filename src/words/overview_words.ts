import type { Translated } from "./language.ts";
import { tellOtherBias } from "./layer_words.ts";
import { formatCount, plural } from "./quantity.ts";

/** How much a report holds. */
export interface Holding {
  readonly models: number;
  readonly layers: number;
  readonly kernels: number;
  /** How many photos and arrays, in words. */
  readonly inputs: string;
  readonly pairs: number;
  /** Whether nothing is left out. */
  readonly complete: boolean;
}

const en = {
  holds: ({ models, layers, kernels, inputs, pairs, complete }: Holding) =>
    `${plural(models, "model")}, ${plural(layers, "convolution layer")}, ` +
    `${plural(kernels, "kernel")}, ${inputs}: ` +
    `${plural(pairs, "pair")} of a kernel and the map it makes` +
    `${complete ? ", none left out" : ""}.`,
  model: (convolutions: number, kernels: number, inputs: string | null) =>
    `${plural(convolutions, "convolution")}, ${plural(kernels, "kernel")}${
      inputs === null ? ", without maps" : `, seen on ${inputs}`
    }.`,
  cards: "Each card: the first kernels and, below, their maps.",
  shown: (shown: number, all: number) =>
    `${formatCount(shown)} of ${formatCount(all)} layers shown.`,
  allLayers: "All layers",
  leftOut: "Left out",
  keepHalf: (half: number, all: number, photos: number) =>
    `${formatCount(half)} of ${plural(all, "map")} at least half photo (R²${
      photos === 1 ? "" : `, mean of ${plural(photos, "photo")}`
    })`,
  notices: {
    notFinite: (n: number) => `${plural(n, "pair")} with values that are not finite`,
    deadKernels: (n: number) => `${plural(n, "kernel")} next to zero`,
    deadMaps: (n: number) => `${plural(n, "map")} never on, on any photo`,
    constantMaps: (n: number) => `${plural(n, "map")} constant on every photo`,
    duplicates: (n: number, otherBias: number) =>
      `${plural(n, "kernel")} nearly the same as another that reads the same channels` +
      tellOtherBias(otherBias),
    /** What is no fault: counted for each layer. */
    blurs: "Depthwise kernels that are the same blur",
    alike: "Depthwise kernels that are nearly the same",
    /** Layers that show something clear. */
    findings: (n: number, all: number) =>
      `In ${formatCount(n)} of ${plural(all, "layer")} how much of a map is photo goes clearly ` +
      "with a measure of its kernel",
    share: (n: number, all: number) => `${formatCount(n)} of ${formatCount(all)}`,
    more: (n: number) => `and ${plural(n, "more layer")}`,
  },
  kernelsNotDrawn: "Kernels not drawn",
  mapsNotDrawn: "Maps not drawn",
  /** What layers of a model lack. */
  lack: (model: string, layers: string, what: string) =>
    `${model}, ${layers}: ${what.toLowerCase()}`,
  layersFrom: (count: number, first: string) => `${formatCount(count)} layers from ${first}`,
  photosSeen: "The photos, as the network saw them",
  photosSeenBy: (models: readonly string[]) =>
    `The photos, as ${new Intl.ListFormat("en").format(models)} saw them`,
  arraysSeen: "The arrays, as the network got them",
  arraysSeenBy: (models: readonly string[]) =>
    `The arrays, as ${new Intl.ListFormat("en").format(models)} got them`,
  photoSeenBy: (photo: string, model: string) => `${photo}, as ${model} saw it`,
  kernelsOf: (layer: string) => `The kernels of ${layer}`,
  firstKernelsOf: (layer: string) => `The first kernels of ${layer}`,
  mapsOf: (layer: string, photo: string) => `The feature maps of ${layer}, of ${photo}`,
  firstMapsOf: (layer: string, photo: string) => `The first feature maps of ${layer}, of ${photo}`,
  kernelsCounted: (count: number, layer: string) => `${plural(count, "kernel")} of ${layer}`,
  mapsCounted: (count: number) => `their ${plural(count, "map")}`,
  layers: "Layers",
  columns: {
    pictures: "First kernels, their maps below",
    layer: "Layer",
    kernels: "Kernels",
    maps: "Maps",
    pairs: "Pairs",
  },
  provenance: "Where this comes from",
  terms: {
    producer: "Producer",
    opset: "Opset",
    preprocessing: "Preprocessing",
    photoInput: "Input of the photo",
    otherInputs: "Other inputs",
    runtime: "Runtime",
    madeBy: "Made by",
    data: "Data",
  },
  /** So many numbers of the config. */
  numbers: (n: number) => plural(n, "number"),
};

/** The words of the first page and of a model's page. */
export type OverviewWords = typeof en;

const zh: OverviewWords = {
  holds: ({ models, layers, kernels, inputs, pairs, complete }) =>
    `${formatCount(models)} 个模型，${formatCount(layers)} 个卷积层，` +
    `${formatCount(kernels)} 个卷积核，${inputs}：` +
    `共 ${formatCount(pairs)} 对卷积核与其生成的特征图${complete ? "，无一遗漏" : ""}。`,
  model: (convolutions, kernels, inputs) =>
    `${formatCount(convolutions)} 个卷积，${formatCount(kernels)} 个卷积核，` +
    (inputs === null ? "没有特征图。" : `在 ${inputs}上运行。`),
  cards: "每张卡片：上为前几个卷积核，下为它们的特征图。",
  shown: (shown, all) => `共 ${formatCount(all)} 层，显示 ${formatCount(shown)} 层。`,
  allLayers: "所有层",
  leftOut: "未能纳入",
  keepHalf: (half, all, photos) =>
    `${formatCount(all)} 张特征图中 ${formatCount(half)} 张至少一半是照片（R²${
      photos === 1 ? "" : `，${formatCount(photos)} 张照片的平均`
    }）`,
  notices: {
    notFinite: (n) => `${formatCount(n)} 对含非有限值`,
    deadKernels: (n) => `${formatCount(n)} 个卷积核几近于零`,
    deadMaps: (n) => `${formatCount(n)} 张特征图在任何照片上都从不激活`,
    constantMaps: (n) => `${formatCount(n)} 张特征图在每张照片上都是常数`,
    duplicates: (n, otherBias) =>
      `${formatCount(n)} 个卷积核与读取相同通道的另一个几乎相同` +
      `${otherBias === 0 ? "" : `，其中 ${formatCount(otherBias)} 个偏置不同`}`,
    blurs: "逐通道卷积核中同一个模糊核",
    alike: "逐通道卷积核中几乎相同者",
    findings: (n, all) =>
      `${formatCount(all)} 层中有 ${
        formatCount(n)
      } 层，特征图中照片占多少与卷积核的某个度量明显相关`,
    share: (n, all) => `${formatCount(n)} / ${formatCount(all)}`,
    more: (n) => `以及另外 ${formatCount(n)} 层`,
  },
  kernelsNotDrawn: "未绘制卷积核",
  mapsNotDrawn: "未绘制特征图",
  lack: (model, layers, what) => `${model}，${layers}：${what}`,
  layersFrom: (count, first) => `${first} 等 ${formatCount(count)} 层`,
  photosSeen: "网络看到的照片",
  photosSeenBy: (models) => `${models.join("、")} 看到的照片`,
  arraysSeen: "网络得到的数组",
  arraysSeenBy: (models) => `${models.join("、")} 得到的数组`,
  photoSeenBy: (photo, model) => `${model} 看到的 ${photo}`,
  kernelsOf: (layer) => `${layer} 的卷积核`,
  firstKernelsOf: (layer) => `${layer} 的前几个卷积核`,
  mapsOf: (layer, photo) => `${layer} 在 ${photo} 上的特征图`,
  firstMapsOf: (layer, photo) => `${layer} 在 ${photo} 上的前几张特征图`,
  kernelsCounted: (count, layer) => `${layer} 的 ${formatCount(count)} 个卷积核`,
  mapsCounted: (count) => `它们的 ${formatCount(count)} 张特征图`,
  layers: "层",
  columns: {
    pictures: "前几个卷积核，其下为特征图",
    layer: "层",
    kernels: "卷积核",
    maps: "特征图",
    pairs: "对数",
  },
  provenance: "来源",
  terms: {
    producer: "导出程序",
    opset: "算子集版本",
    preprocessing: "预处理",
    photoInput: "照片所用的输入",
    otherInputs: "其他输入",
    runtime: "运行时",
    madeBy: "生成程序",
    data: "数据",
  },
  numbers: (n) => `${formatCount(n)} 个数`,
};

/** The words of the first page and of a model's page, in every language. */
export const OVERVIEW_WORDS: Translated<OverviewWords> = { en, "zh-CN": zh };
