import type { Translated } from "./language.ts";

const en = {
  "batchnorm-folded": {
    name: "batchnorm-folded",
    meaning: "A batch normalisation was folded into these weights: each kernel is scaled",
  },
  computed: {
    name: "computed",
    meaning: "The model makes these weights while it runs; the file does not hold them",
  },
  depthwise: { name: "depthwise", meaning: "Each kernel reads one channel only" },
  "not-capturable": {
    name: "not-capturable",
    meaning: "It stands where the runtime lets nothing be tapped",
  },
  quantized: {
    name: "quantized",
    meaning: "The file stores whole numbers; the kernels are shown as the numbers they stand for",
  },
  shared: { name: "shared", meaning: "Another layer reads the same weights" },
};

/** The badges of layers, by what `report.json` calls them. */
export type BadgeWords = typeof en;

const zh: BadgeWords = {
  "batchnorm-folded": {
    name: "已折叠批归一化",
    meaning: "批归一化已折叠进这些权重：每个卷积核都经过缩放",
  },
  computed: { name: "运行时计算", meaning: "这些权重由模型在运行时算出，文件中没有" },
  depthwise: { name: "逐通道", meaning: "每个卷积核只读取一个通道" },
  "not-capturable": { name: "无法截取", meaning: "它所在的位置，运行时不允许截取张量" },
  quantized: { name: "已量化", meaning: "文件存储的是整数；卷积核按其代表的数值显示" },
  shared: { name: "共享权重", meaning: "另一层读取同样的权重" },
};

/** The badges of layers, in every language. */
export const BADGE_WORDS: Translated<BadgeWords> = { en, "zh-CN": zh };
