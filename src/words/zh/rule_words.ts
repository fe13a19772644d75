import type { RuleWords } from "../en/rule_words.ts";

/** The words of the rule, in Chinese. */
export const RULE_ZH: RuleWords = {
  heading: "哪些特征图看起来像照片",
  plainHeading: "什么与什么同时出现",
  plot: {
    heading: (kernel, map) => `${kernel}与${map}`,
    correlation: (kernels, p) => `Spearman 相关，${kernels}，${p}`,
    withoutP: (kernels) => `Spearman 相关，${kernels}；未对这两者计算 p`,
    none: (kernels) => `${kernels}，无相关系数`,
    next: "；",
    held: (measure, p) => `（固定${measure}），${p}`,
    name: (heading, numbers) => `${heading}：${numbers}`,
    composed: (measure) => `${measure}（合成后）`,
    beyond: (measure, held) => `扣除${held}后的${measure}`,
    beyondUnit: "标准化的秩",
    logarithmic: (measure) => `${measure}，对数刻度`,
    unit: (measure, unit) => `${measure}，${unit}`,
    point: (k, kind, values) => `${k}，${kind}：${values.join("，")}`,
    beyondX: (kernels, low) => `${kernels}低于 ${low}，位于左边缘`,
    beyondY: (kernels, low) => `${kernels}低于 ${low}，位于下边缘`,
    tiles:
      "自最高的点起，有空位处的卷积核（至多 40 个）以其图像表示，与特征图旁所示相同；其余以符号表示。",
    table: "各点背后的数值见",
    tableLink: "度量表",
    stop: "。",
  },
  explore: {
    heading: "任选两个度量",
    kernel: "卷积核度量",
    map: "特征图度量",
    shown: (kernels, value) =>
      value === null
        ? `其中显示的 ${kernels}：无相关系数`
        : `其中显示的 ${kernels}：Spearman ${value}，未对所选部分计算 p`,
    hint: "在图上拖动可只显示框内的对；按 Esc 重新显示全部。用键盘时，方向键在点之间移动，" +
      "Shift 加方向键选取一段，Enter 选中该对。",
  },
  chosen: {
    count: (chosen, all) => `已选 ${all}中的 ${chosen} 个`,
    grids: "在网格中查看 ↑",
    all: (all) => `显示全部 ${all} 个`,
  },
  links: {
    pair: (k) => `第 ${k} 对`,
    more: (count) => `另有 ${count} 个`,
  },
  clear:
    "相关达到 0.3 且 p 不超过 0.001 才算明确，因为所取的是至多十个度量中最强的一个；特征图离不开什么，则要求 p 不超过 0.00025，因为所问更多。",
};
