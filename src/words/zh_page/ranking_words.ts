import { formatCount } from "../quantity.ts";
import type { RankingWords } from "../en_page/ranking_words.ts";

/** The words of two models, layer by layer, in Chinese. */
export const RANKING_ZH: RankingWords = {
  differ: (a, b, [first, ...rest]) =>
    `${a} 与 ${b}：${first.layer} 最差的特征图相差 ${first.error}` +
    rest.map(({ layer, error }) => `，${layer} 相差 ${error}`).join(""),
  different: (a, b, { cosine, error }) =>
    `${a} 与 ${b}：是不同的网络，${
      cosine === null ? "" : `卷积核并不相似（余弦中位数 ${cosine}），`
    }中位的特征图相差 ${error}`,
  equal: (a, b) => `${a} 与 ${b}：没有特征图不同`,
  others: (n) => `另外 ${formatCount(n)} 个比较`,
  unknown: (a, b) => `${a} 与 ${b}：没有可比较的特征图`,
  moved: (layer, kernel, by) => `移动最大的是 ${layer} 的第 ${kernel} 个卷积核，为 ${by}。`,
  unmoved: "没有卷积核移动。",
  matched: (name, order) => {
    if (order === 0) return `${formatCount(name)} 个层按名称配对。`;
    if (name === 0) return `${formatCount(order)} 个层按顺序配对。`;
    return `${formatCount(name)} 个层按名称配对，${formatCount(order)} 个按顺序配对。`;
  },
  permuted: (layers, kernels) =>
    `${formatCount(layers)} 个层中，B 的 ${formatCount(kernels)} 个卷积核位置不同，与相似者配对。`,
  notAlike: "两者看到的照片不同，特征图的差别可能仅由此而来。",
  alone: (side, layers, more) =>
    `只在 ${side} 中：${layers.join("、")}${more > 0 ? ` 等另外 ${formatCount(more)} 个` : ""}。`,
  caption: "特征图的误差是其各格在一张照片上的 ‖A − B‖ ÷ ‖A‖，信噪比为其 −20 log₁₀。" +
    "最差：误差最大的特征图与照片。中位数：对一层的各特征图，每个取各照片的平均。",
  table: "各层，差别最大的在前",
  scale: "标度",
  units: { error: "误差（%）", snr: "信噪比（dB）" },
  axis: "层，按计算图的顺序",
  worst: "最差的特征图",
  median: "中位的特征图",
  columns: {
    layer: "层",
    apart: "A − B",
    worst: "最差的特征图",
    median: "中位数",
    moved: "卷积核移动",
  },
  pair: (k, other, photo) =>
    k === other ? `第 ${k} 对，${photo}` : `第 ${k} 个与第 ${other} 个，${photo}`,
  picture: (model, layer, k) => `${model} 的 ${layer} 的第 ${k} 个特征图`,
  most: (value) => `最大 ${value}`,
  byOrder: "按顺序",
  otherPlaces: (kernels) => `${formatCount(kernels)} 个卷积核位置不同`,
  stages: { maps: "卷积自身的输出", activated: "激活后" },
  stagesOf: (a, b) => a === b ? a : `A ${a}，B ${b}`,
  column: (layer, worst, median) => `${layer}：最差的特征图 ${worst}，中位数 ${median}`,
};
