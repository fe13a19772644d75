import type { RuleWords } from "../en/rule_words.ts";

/** The words of the rule, in Chinese. */
export const RULE_ZH: RuleWords = {
  heading: "哪些特征图看起来像照片",
  plainHeading: "什么与什么同时出现",
  quad: {
    label: "特征图中照片占多少，按颜色与直流增益划分",
    caption: (photos) =>
      `特征图中照片占多少（R²${
        photos === 1 ? "" : `，${photos} 张照片的平均`
      }），按卷积核的颜色与直流增益划分；粗线：一半或更多`,
    edges: "边缘之类",
    blobs: "斑块",
    grey: "灰度",
    coloured: "彩色",
    gainBelow: (gain) => `直流增益低于 ${gain}`,
    gainFrom: (gain) => `直流增益不低于 ${gain}`,
    chromaBelow: (chroma) => `色度低于 ${chroma}`,
    chromaFrom: (chroma) => `色度不低于 ${chroma}`,
    none: "没有卷积核",
    one: "1 个卷积核的 R²",
    mean: (kernels, low, high) => `${kernels}的平均 R²，${low} 至 ${high}`,
    without: (kernels) => `略去没有这些度量的 ${kernels}。`,
  },
  plot: {
    heading: (kernel, map) => `${kernel}与${map}`,
    correlation: (kernels, p) => `Spearman 相关，${kernels}，${p}`,
    withoutP: (kernels) => `Spearman 相关，${kernels}；未对这两者计算 p`,
    none: (kernels) => `${kernels}，无相关系数`,
    next: "；",
    held: (measure, p) => `（固定${measure}），${p}`,
    name: (heading, numbers) => `${heading}：${numbers}`,
    logarithmic: (measure) => `${measure}，对数刻度`,
    unit: (measure, unit) => `${measure}，${unit}`,
    point: (k, kind, values) => `${k}，${kind}：${values.join("，")}`,
    beyondX: (kernels, low) => `${kernels}低于 ${low}，位于左边缘`,
    beyondY: (kernels, low) => `${kernels}低于 ${low}，位于下边缘`,
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
  counter: {
    heading: "颜色说明不了的地方",
    colour: "特征图几乎不是照片的彩色卷积核（R² 低于 0.1）",
    grey: "特征图至少一半是照片的灰度卷积核（R² 不低于 0.5）",
    named: (name, numbers) => `${name}：${numbers}`,
    none: "无",
  },
  links: {
    kernel: (k) => `卷积核 ${k}`,
    more: (count) => `另有 ${count} 个`,
  },
  correlations: {
    heading: "卷积核的每个度量与特征图",
    label: "相关系数",
    caption: (kernels, strong) =>
      `${kernels}的 Spearman 秩相关，p 由置换检验得出；${strong} 及以上用粗体`,
    first: "卷积核度量",
    fixed: (measure) => `固定${measure}`,
  },
  photos: {
    heading: "每张照片上",
    label: "每张照片上的规律",
    caption: "在每张照片上单独计算的、与特征图中照片占多少（R²）的 Spearman 相关",
    first: "照片",
    held: (measure, held) => `${measure}，固定${held}`,
  },
  caveat: (kernels, model, over) =>
    `以上是一个网络（${model}）的一层中 ${kernels}的秩相关，特征图${over}。` +
    "它们说明这里什么与什么同时出现，不说明因果，也不说明别的网络或输入会怎样。",
  clear: "相关达到 0.3 且 p 不超过 0.001 才算明确，因为所取的是至多十个度量中最强的一个。",
};
