import { formatCount } from "../quantity.ts";
import type { OverviewWords } from "../en_page/overview_words.ts";

/** The words of the first page and of a model's page, in Chinese. */
export const OVERVIEW_ZH: OverviewWords = {
  trio: {
    label: "照片、卷积核与其特征图",
    photo: (model) => `一张照片，${model} 看到的样子：每个像素三个数，即红、绿、蓝。`,
    greyPhoto: (model) => `一张照片，${model} 看到的样子：每个像素一个数。`,
    array: (model) => `一个数组，${model} 得到的样子：网格上的数。`,
    kernel: ({ kernels, size, seeks }) =>
      `网络学到的 ${formatCount(kernels)} 个图案之一，由 ${size} 个数组成${
        seeks === null ? "" : `；它寻找${seeks}`
      }。`,
    seeks: {
      edge: "边缘",
      line: "线条",
      spot: "斑点",
      "colour edge": "颜色之间的边缘",
      "colour spot": "彩色斑点",
      texture: "纹理",
      even: "均匀之处",
      mixed: null,
      dead: null,
      other: null,
    },
    map: (size) =>
      `它的特征图，${size} 格：把卷积核逐处放在照片上得到。照片与它最像之处最亮，最不像之处最暗。`,
    deepMap: (size) => `它的特征图，${size} 格：卷积核在各处的响应。响应最强处最亮，最弱处最暗。`,
  },
  holds: ({ models, layers, kernels, inputs, pairs, complete }) =>
    `${formatCount(models)} 个模型，${formatCount(layers)} 层，` +
    `${formatCount(kernels)} 个卷积核，${inputs}：` +
    `共 ${formatCount(pairs)} 对卷积核与其生成的特征图${complete ? "，无一遗漏" : ""}。`,
  model: (layers, kernels, inputs) =>
    `${formatCount(layers)} 层，${formatCount(kernels)} 个卷积核，` +
    (inputs === null ? "没有特征图。" : `在 ${inputs}上运行。`),
  cards: "每张卡片：上为前几个卷积核，下为它们的特征图。",
  shown: (shown, all) => `共 ${formatCount(all)} 层，显示 ${formatCount(shown)} 层。`,
  allLayers: "所有层",
  leftOut: "未能纳入",
  keepHalf: (half, all, photos) =>
    `${formatCount(all)} 张特征图中 ${formatCount(half)} 张至少一半是照片（R²${
      photos === 1 ? "" : `，${formatCount(photos)} 张照片的平均`
    }）`,
  dataset: {
    heading: "数据集",
    said: (photos, bytes, labels) =>
      `卷积核另在 ${formatCount(photos)} 张照片（${bytes}` +
      (labels === null ? "" : `，${formatCount(labels)} 个标签`) +
      "）上测量过：一对的面板说明其卷积核在其中回应什么。",
    broken: (photos) => `其中 ${formatCount(photos)} 张照片无法测量`,
    more: (entries) => `另有 ${entries} 条见`,
  },
  notices: {
    reduced: ({ layers, of, numbers }) =>
      "这是一个小文件：图片略去了难以察觉的细节，" +
      (numbers ? "数值的误差不超过所属卷积核或特征图范围的 0.2 %" : "也放不下图片背后的数值") +
      (layers < of ? `；${of} 层中均匀地选了 ${layers} 层` : ""),
    findings: (n, all) =>
      `${formatCount(all)} 层中有 ${
        formatCount(n)
      } 层，特征图中照片占多少与卷积核的某个度量明显相关`,
    walls: (photos) => `${formatCount(photos)} 张照片中最能激发卷积核的`,
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
  firstKernelsOf: (layer) => `${layer} 的前几个卷积核`,
  firstMapsOf: (layer, photo) => `${layer} 在 ${photo} 上的前几张特征图`,
  layers: "层",
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
