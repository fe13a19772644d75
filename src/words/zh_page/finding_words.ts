import { tellP } from "../../analysis/rule/p_value.ts";
import type { KernelMeasure, Need } from "../../analysis/rule/rule.ts";
import {
  type ClearReading,
  type Found,
  isWeak,
  type Question,
} from "../../analysis/rule/rule_reading.ts";
import { formatCorrelation } from "../../analysis/rule/rule_sentence.ts";
import { MEASURE_ZH } from "../zh/measure_words.ts";
import { formatCount, tellShare } from "../quantity.ts";
import type { FindingWords, LossSpread, PlottedAnswer } from "../en_page/finding_words.ts";

/** The words of what a layer shows, in Chinese. */
export const FINDING_ZH: FindingWords = {
  averages: ({ photos, photosOfAverages }) =>
    `${photosOfAverages === photos ? "仍看起来像" : "几乎所有仍看起来像"}` +
    "照片的特征图都来自起平均作用的卷积核。",
  colour: ({ differences, averages }) =>
    `颜色本身并无帮助：${formatCount(differences.kernels)} 个彩色边缘之类的卷积核，` +
    `其特征图平均有 ${tellShare(differences.mean)} 是照片；` +
    `${formatCount(averages.kernels)} 个彩色斑块则为 ${tellShare(averages.mean)}。`,
  tendency: ({ kernel, value }, { question, composed }) =>
    `${composed ? "合成到像素后，" : ""}${TENDENCIES[kernel]}，其特征图往往` +
    `${ANSWERS[question][value < 0 ? "less" : "more"]}。`,
  need: ({ need, value }) =>
    `越离不开照片的${NEEDED[need]}的特征图，往往${value < 0 ? "越不" : "越"}像照片。`,
  needNumbers: ({ need, value, p, n }) =>
    `特征图中照片占多少与${ASKED[need]}）的秩相关，${formatCount(n)} 张特征图：` +
    `${formatCorrelation(value)}，${tellP(p)}。`,
  tried: (colour, detail, maps, photos) =>
    [
      ...colour === null ? [] : [`去掉颜色后，一张特征图失去 ${zhLoss(colour)}`],
      ...detail === null ? [] : [`去掉细节后失去 ${zhLoss(detail)}`],
    ].join("；") + `（${formatCount(maps)} 张特征图的中位数与居中一半，试于${photos}）。`,
  counts: ({ photos, photosOfAverages, averages, all }, gain) =>
    `至少一半是照片（R² 不低于 0.5）的 ${formatCount(photos)} 张特征图中，` +
    `${formatCount(photosOfAverages)} 张来自起平均作用（直流增益不低于 ${gain}）的卷积核，` +
    `这样的卷积核在 ${formatCount(all)} 个中有 ${formatCount(averages)} 个。`,
  numbers: ({ reading, kernels, photos, asked: { question, composed } }) => {
    const { lead, control, peer, rival } = reading;
    const over = (composed ? "合成到像素的 " : "") + zhKernels(lead.n, kernels);
    const mean = photos === 1 ? "" : `，${formatCount(photos)} 张照片的平均`;
    return [
      `${ASKED[question]}${mean}）的秩相关，${over}：${zhMeasure(lead)}，${tellP(lead.p)}`,
      ...control ? [zhHeld(control)] : [],
      ...peer ? [`${zhMeasure(peer)}，强度相当`] : [],
      ...rival ? [zhMeasure(rival), ...rival.rest ? [zhHeld(rival.rest)] : []] : [],
    ].join("；") + "。";
  },
  brief: ({ kernel, value }) => `${MEASURE_ZH.kernels[kernel].name} ${formatCorrelation(value)}`,
  none: (reading, kernels) => {
    switch (reading.kind) {
      case "none":
        return "没有卷积核度量可与特征图中照片占多少相比较。";
      case "few":
        return `只有 ${
          formatCount(reading.lead.n)
        } 个卷积核，无法判断什么与特征图中照片占多少相关。`;
      case "unclear":
        return "没有卷积核度量与特征图中照片占多少明显相关。最接近的是" +
          `${zhMeasure(reading.lead)}，${tellP(reading.lead.p)}，` +
          `基于 ${zhKernels(reading.lead.n, kernels)}：${
            isWeak(reading.lead)
              ? "不到 0.3，能解释的次序不足十分之一。"
              : "至多十个度量中有一个如此接近，可能只是偶然。"
          }`;
    }
  },
  quad: {
    label: "特征图中照片占多少，按颜色与直流增益划分",
    caption: (photos, composed) =>
      `特征图中照片占多少（R²${photos === 1 ? "" : `，${photos} 张照片的平均`}），按${
        composed ? "合成到像素的" : ""
      }卷积核的颜色与直流增益划分；粗线：一半或更多`,
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
  groups: {
    heading: "两组卷积核，照片最多的在前",
    photo: "特征图保留照片（R² 不低于 0.5）",
    rest: "特征图只保留边缘之类（更低）",
  },
  plots: {
    clear: ({ kernel, value }, answer) =>
      `${TENDENCIES[kernel]}，其特征图往往${ANSWERS[answer][value < 0 ? "less" : "more"]}`,
    unclear: (measure, map) => `${measure}与${map}没有明确关系`,
    gone: (measure, held) => `固定${held}后，${measure}再无明确关系`,
    left: (measure, held) => `固定${held}后，${measure}仍有关系`,
  },
  counter: {
    heading: "颜色说明不了的地方",
    colour: "特征图几乎不是照片的彩色卷积核（R² 低于 0.1）",
    grey: "特征图至少一半是照片的灰度卷积核（R² 不低于 0.5）",
    named: (name, numbers) => `${name}：${numbers}`,
    none: "无",
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
};

const ANSWERS: Readonly<Record<PlottedAnswer, Readonly<Record<"more" | "less", string>>>> = {
  keepsPicture: { more: "越像照片", less: "越不像照片" },
  colourDependence: { more: "越离不开照片的颜色", less: "越不需要照片的颜色" },
  detailDependence: { more: "越离不开照片的细节", less: "越不需要照片的细节" },
  edges: { more: "越跟随照片的边缘", less: "越不跟随照片的边缘" },
};

const NEEDED: Readonly<Record<Need, string>> = {
  colourDependence: "颜色",
  detailDependence: "细节",
};

// The bracket is closed behind it.
const ASKED: Readonly<Record<Question, string>> = {
  keepsPicture: "特征图中照片占多少（R²",
  colourDependence: "特征图中有多少离不开颜色（1 − r²，与灰度照片的特征图",
  detailDependence: "特征图中有多少离不开细节（1 − r²，与模糊照片的特征图",
};

function zhLoss({ low, median, high }: LossSpread): string {
  return `${tellShare(median)}（${tellShare(low)} 至 ${tellShare(high)}）`;
}

const TENDENCIES: Readonly<Record<KernelMeasure, string>> = {
  norm: "权重越大的卷积核",
  dcGain: "平均作用越强的卷积核",
  lumaGain: "对亮度的平均作用越强的卷积核",
  chroma: "颜色越鲜明的卷积核",
  centroid: "花纹越细的卷积核",
  coherence: "主导方向越明显的卷积核",
  bandwidth: "频带越宽的卷积核",
  separability: "越接近一列乘一行的卷积核",
  sparsity: "近零权重越多的卷积核",
  symmetry: "旋转 180° 后变化越小的卷积核",
};

const GLOSSES: Readonly<Record<KernelMeasure, string>> = {
  norm: "权重的大小",
  dcGain: "平均作用有多强",
  lumaGain: "对亮度的平均作用有多强",
  chroma: "颜色有多鲜明",
  centroid: "花纹有多细",
  coherence: "主导方向有多明显",
  bandwidth: "频带有多宽",
  separability: "多接近一列乘一行",
  sparsity: "近零权重有多少",
  symmetry: "旋转 180° 后变化有多小",
};

function zhMeasure({ kernel, value }: Found): string {
  const { name } = MEASURE_ZH.kernels[kernel];
  return `${name}（${GLOSSES[kernel]}）${formatCorrelation(value)}`;
}

function zhKernels(n: number, all: number): string {
  const whole = `${formatCount(all)} 个卷积核`;
  return n === all ? whole : `${whole}中的 ${formatCount(n)} 个`;
}

function zhHeld({ held, value }: NonNullable<ClearReading["control"]>): string {
  return `固定${MEASURE_ZH.kernels[held].name}后为 ${formatCorrelation(value)}`;
}
