import type { Translated } from "./language.ts";

const en = {
  /** What gives the numbers that add up to a cell, each before its number. */
  pixels: "kernel · pixels",
  /** The same where an array was fed. */
  values: "kernel · values",
  map: (map: string) => `map ${map}:`,
  others: (count: string) => count === "1" ? "1 other:" : `${count} others:`,
  maps: (count: string) => `its ${count} maps:`,
  bias: "bias",
  /** The same where nothing else adds to the cell. */
  alone: {
    map: (map: string) => `kernel · map ${map}`,
    maps: (count: string) => `kernel · its ${count} maps`,
  },
  total: (value: string) => `= ${value}`,
  /** Beside a value alone. */
  unknown: "what adds up to it is not known here",
  stored: (value: string) => `stored as ${value}`,
  power: (power: string) => `all × ${power}`,
  strongest: "Its strongest cell",
  onPadding: "Its strongest cell, on the padding",
  /** Under the photo's part that a kernel answers to, of which it does not read the pixels. */
  looksAt: "it looks at this part of the photo",
};

/** The words of the sum that makes a cell of a map. */
export type SumWords = typeof en;

const zh: SumWords = {
  pixels: "卷积核 · 像素",
  values: "卷积核 · 数值",
  map: (map) => `图 ${map}：`,
  others: (count) => `其余 ${count}：`,
  maps: (count) => `其 ${count} 张图：`,
  bias: "偏置",
  alone: {
    map: (map) => `卷积核 · 特征图 ${map}`,
    maps: (count) => `卷积核 · 其 ${count} 张特征图`,
  },
  total: (value) => `= ${value}`,
  unknown: "此处不知其由何相加而成",
  stored: (value) => `存储为 ${value}`,
  power: (power) => `均 × ${power}`,
  strongest: "响应最强的一格",
  onPadding: "响应最强的一格，位于填充上",
  looksAt: "它看到照片的这一部分",
};

/** The words of the sum that makes a cell of a map, in every language. */
export const SUM_WORDS: Translated<SumWords> = { en, "zh-CN": zh };
