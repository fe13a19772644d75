import { formatCount } from "../quantity.ts";
import type { MatrixWords } from "../en_page/matrix_words.ts";

/** The words of a layer whose kernels are single weights, in Chinese. */
export const MATRIX_ZH: MatrixWords = {
  heading: "权重矩阵",
  rows: (kernels) => `↓ ${formatCount(kernels)} 个卷积核`,
  columns: (inputs) => `→ ${formatCount(inputs)} 个输入`,
  ordered: "行与列的次序使相似者相邻。",
  orderedInGroups: "各组按原次序排列；组内相似的行与列相邻。",
  inOrder: "行与列太多，无法两两比较，按原次序排列。",
  norms: "条形：每行与每列的范数。",
  averaged: (rows, columns) =>
    `每个像素为 ${formatCount(rows)} × ${formatCount(columns)} 个权重的均值。`,
  limit: (limit) => `由 −${limit} 至 ${limit}，以 4 级为步，零居中；以外取两端之色。`,
  alt: (kernels, inputs) => `权重矩阵，${kernels}，${inputs}`,
  hint: "指向矩阵可读取权重；点击可选择卷积核。",
};
