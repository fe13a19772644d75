import type { ColourContrast, PhotoContrast } from "../analysis/kind/photo_contrast.ts";
import { tellP } from "../analysis/rule/p_value.ts";
import type { KernelMeasure } from "../analysis/rule/rule.ts";
import type { ClearReading, Found, RuleReading } from "../analysis/rule/rule_reading.ts";
import { formatCorrelation } from "../analysis/rule/rule_sentence.ts";
import type { Translated } from "./language.ts";
import { MEASURE_WORDS } from "./measure_words.ts";
import { formatCount, plural } from "./quantity.ts";

/** The numbers behind a finding. */
export interface FindingNumbers {
  readonly reading: ClearReading;
  /** How many kernels the layer has. */
  readonly kernels: number;
  readonly photos: number;
}

const en = {
  averages: ({ photos, photosOfAverages }: PhotoContrast) =>
    `${photosOfAverages === photos ? "Maps" : "Nearly all maps"} that look like the photo come ` +
    "from kernels that average.",
  colour: ({ differences, averages }: ColourContrast) =>
    "Colour by itself does not help: the maps of " +
    `${formatCount(differences.kernels)} coloured kernels that take differences are ` +
    `${percent(differences.mean)} photo on average, those of ${formatCount(averages.kernels)} ` +
    `that average ${percent(averages.mean)}.`,
  tendency: ({ kernel, value }: Found) =>
    `${TENDENCIES[kernel]} tend to make maps that look ${
      value < 0 ? "less" : "more"
    } like the photo.`,
  counts: ({ photos, photosOfAverages, averages, all }: PhotoContrast, gain: string) =>
    `Of ${plural(photos, "map")} at least half photo (R² of 0.5 or more), ` +
    `${formatCount(photosOfAverages)} come from the ${formatCount(averages)} of ` +
    `${plural(all, "kernel")} that average (DC gain of ${gain} or more).`,
  numbers: ({ reading: { lead, control, peer, rival }, kernels, photos }: FindingNumbers) => {
    const over = tellKernels(lead.n, kernels);
    const mean = photos === 1 ? "" : `, mean of ${plural(photos, "photo")}`;
    return [
      `Rank correlation of how much of a map is photo (R²${mean}) over ${over}: ` +
      `${tellMeasure(lead)}, ${tellP(lead.p)}`,
      ...control ? [tellHeld(control)] : [],
      ...peer ? [`${tellMeasure(peer)}, about as strong`] : [],
      ...rival ? [tellMeasure(rival), ...rival.rest ? [tellHeld(rival.rest)] : []] : [],
    ].join("; ") + ".";
  },
  /** The same in few words, for a list of layers. */
  brief: ({ kernel, value }: Found) =>
    `${MEASURE_WORDS.en.kernels[kernel].name} ${formatCorrelation(value)}`,
  /** What stands in the rule where there is no finding. */
  none: (reading: Exclude<RuleReading, ClearReading>, kernels: number) => {
    switch (reading.kind) {
      case "none":
        return "No measure of the kernels could be compared with how much of their maps is photo.";
      case "few":
        return `${plural(reading.lead.n, "kernel")} are too few to tell what goes with how much ` +
          "of their maps is photo.";
      case "unclear":
        return "No measure of the kernels clearly goes with how much of their maps is photo. " +
          `The nearest is ${tellMeasure(reading.lead)}, ${tellP(reading.lead.p)}, over ` +
          `${
            tellKernels(reading.lead.n, kernels)
          }: of up to ten measures, one may come so near by chance.`;
    }
  },
};

/** The words of what a layer shows. */
export type FindingWords = typeof en;

const TENDENCIES: Readonly<Record<KernelMeasure, string>> = {
  norm: "Kernels of larger weights",
  dcGain: "Kernels that average more",
  lumaGain: "Kernels that average brightness more",
  chroma: "More coloured kernels",
  centroid: "Kernels of finer patterns",
  coherence: "Kernels in which one orientation leads more",
  bandwidth: "Kernels of a wider band of frequencies",
  separability: "Kernels closer to a column times a row",
  sparsity: "Kernels with more weights next to zero",
  symmetry: "Kernels that a turn by 180° changes less",
};

const GLOSSES: Readonly<Record<KernelMeasure, string>> = {
  norm: "the size of its weights",
  dcGain: "how much a kernel averages",
  lumaGain: "how much it averages brightness",
  chroma: "how coloured it is",
  centroid: "how fine its pattern is",
  coherence: "how much one orientation leads",
  bandwidth: "how wide its band of frequencies is",
  separability: "how close it is to a column times a row",
  sparsity: "how many weights are next to zero",
  symmetry: "how little a turn by 180° changes it",
};

function tellMeasure({ kernel, value }: Found): string {
  const { name } = MEASURE_WORDS.en.kernels[kernel];
  return `${name} (${GLOSSES[kernel]}) ${formatCorrelation(value)}`;
}

function tellKernels(n: number, all: number): string {
  return n === all ? plural(all, "kernel") : `${formatCount(n)} of ${plural(all, "kernel")}`;
}

function tellHeld({ held, value }: NonNullable<ClearReading["control"]>): string {
  return `${formatCorrelation(value)} with ${MEASURE_WORDS.en.kernels[held].name} held fixed`;
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

const zh: FindingWords = {
  averages: ({ photos, photosOfAverages }) =>
    `${photosOfAverages === photos ? "看起来像" : "几乎所有看起来像"}` +
    "照片的特征图都来自起平均作用的卷积核。",
  colour: ({ differences, averages }) =>
    `颜色本身并无帮助：${formatCount(differences.kernels)} 个取差异的彩色卷积核，` +
    `其特征图平均有 ${percent(differences.mean)} 是照片；` +
    `${formatCount(averages.kernels)} 个起平均作用的则为 ${percent(averages.mean)}。`,
  tendency: ({ kernel, value }) =>
    `${ZH_TENDENCIES[kernel]}，其特征图往往${value < 0 ? "越不" : "越"}像照片。`,
  counts: ({ photos, photosOfAverages, averages, all }, gain) =>
    `至少一半是照片（R² 不低于 0.5）的 ${formatCount(photos)} 张特征图中，` +
    `${formatCount(photosOfAverages)} 张来自起平均作用（直流增益不低于 ${gain}）的卷积核，` +
    `这样的卷积核在 ${formatCount(all)} 个中有 ${formatCount(averages)} 个。`,
  numbers: ({ reading: { lead, control, peer, rival }, kernels, photos }) => {
    const over = zhKernels(lead.n, kernels);
    const mean = photos === 1 ? "" : `，${formatCount(photos)} 张照片的平均`;
    return [
      `特征图中照片占多少（R²${mean}）的秩相关，${over}：${zhMeasure(lead)}，${tellP(lead.p)}`,
      ...control ? [zhHeld(control)] : [],
      ...peer ? [`${zhMeasure(peer)}，强度相当`] : [],
      ...rival ? [zhMeasure(rival), ...rival.rest ? [zhHeld(rival.rest)] : []] : [],
    ].join("；") + "。";
  },
  brief: ({ kernel, value }) =>
    `${MEASURE_WORDS["zh-CN"].kernels[kernel].name} ${formatCorrelation(value)}`,
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
          `基于 ${
            zhKernels(reading.lead.n, kernels)
          }：至多十个度量中有一个如此接近，可能只是偶然。`;
    }
  },
};

const ZH_TENDENCIES: Readonly<Record<KernelMeasure, string>> = {
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

const ZH_GLOSSES: Readonly<Record<KernelMeasure, string>> = {
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
  const { name } = MEASURE_WORDS["zh-CN"].kernels[kernel];
  return `${name}（${ZH_GLOSSES[kernel]}）${formatCorrelation(value)}`;
}

function zhKernels(n: number, all: number): string {
  const whole = `${formatCount(all)} 个卷积核`;
  return n === all ? whole : `${whole}中的 ${formatCount(n)} 个`;
}

function zhHeld({ held, value }: NonNullable<ClearReading["control"]>): string {
  return `固定${MEASURE_WORDS["zh-CN"].kernels[held].name}后为 ${formatCorrelation(value)}`;
}

/** The words of what a layer shows, in every language. */
export const FINDING_WORDS: Translated<FindingWords> = { en, "zh-CN": zh };
