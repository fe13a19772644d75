import type { SumWords } from "../en/sum_words.ts";

/** The words of the sum that makes a cell of a map, in Chinese. */
export const SUM_ZH: SumWords = {
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
