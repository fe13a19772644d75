import type { DatasetWords } from "../en/dataset_words.ts";
import { formatCount } from "../quantity.ts";

/** The words of what kernels answer to in a dataset, in Chinese. */
export const DATASET_ZH: DatasetWords = {
  heading: (photos) => `数据集的 ${formatCount(photos)} 张照片中`,
  on: (rate, photos) => `在 ${formatCount(photos)} 张照片的 ${rate}中激活`,
  never: (photos) => `在 ${formatCount(photos)} 张照片中从未激活`,
  cells: (rate) => `全部单元的 ${rate}`,
  level: (mean, deviation) => `均值 ${mean} ± ${deviation}`,
  notFinite: (cells) => `${formatCount(cells)} 个单元不是有限数`,
  strongest: "最能激发它的",
  middle: "其取值范围中间的",
  patch: ({ photo, label, value }) =>
    `${photo}${label === null ? "" : `（${label}）`}中为 ${value}`,
  cell: ({ value, row, column }) => `第 ${row} 行第 ${column} 列为 ${value}`,
  noPicture: "制作报告时这张照片不在。",
  noField: "这个单元读取照片的哪一部分不得而知。",
  photo: "网络所见的数据集照片",
  quantiles: "全部单元",
  quantile: (share, value) => `${share}不超过 ${value}`,
  between: (least, most, parts) => `${least} 至 ${most}；${parts.join("，")}`,
  labels: "它与其余标签区分得最好的标签：AUC，及其最强单元的均值",
  noLabel: "它没有把任何标签与其余标签区分得超出偶然",
  overall: (mean) => `全部标签的均值 ${mean}`,
  selectivity: (share) => `选择性 ${share}`,
  likest: (photos) => `在 ${formatCount(photos)} 张照片上与它最一致的是`,
  correlation: (r) => `r ${r}`,
  merged: "所统计的一切都与它相同的是",
  depends: (photos) => `特征图有多少需要以下各项，${formatCount(photos)} 张照片的中位数`,
  colour: "颜色",
  detail: "细节",
  explained: "这些是什么：",
  wall: {
    heading: (kernels, layer, photos) =>
      `${formatCount(photos)} 张照片中，什么激发 ${layer} 的 ${formatCount(kernels)} 个卷积核`,
    alone: (layer, photos) => `${formatCount(photos)} 张照片中，什么激发 ${layer} 的卷积核`,
    says: "最能激发每个卷积核的照片，在可知的范围内各裁剪到其最强单元所读取的部分，最强的在前。",
    sorted: "它们随网格一同排序和搜索。",
    patches: "最能激发它的图块",
    tells: (label, auc) => `${label} ${auc}`,
    first: (shown, all) =>
      `未启用脚本时，此处只列出 ${all} 个卷积核中的前 ${shown} 个；图片包含全部。`,
    missing: (tiles) => `${formatCount(tiles)} 块是空的：制作报告时照片不在，或无法读取。`,
    none: "没有卷积核符合搜索。",
  },
};
