import type { AlikeKernels } from "../analysis/kind/alike_kernels.ts";
import type { KernelKind } from "../analysis/kind/kernel_kind.ts";
import type { Translated } from "./language.ts";
import { formatCount } from "./quantity.ts";

/** The thresholds of the classes of kernels that read the image, as they are printed. */
export interface ImageThresholds {
  readonly gain: string;
  readonly chroma: string;
  readonly coherence: string;
  readonly centroid: string;
}

const en = {
  names: {
    "grey edge": "grey edge",
    "colour edge": "colour edge",
    "colour blob": "colour blob",
    "grey blob": "grey blob",
    "high frequency": "high frequency",
    duplicate: "duplicate",
    "near-constant": "near-constant",
    "low-pass": "low-pass",
    "band-pass": "band-pass",
    dead: "next to zero",
    other: "other",
  } satisfies Record<KernelKind, string>,
  counted: (count: string, name: string) => `${count} ${name}`,
  /** What most kernels of a depthwise layer are. */
  alike: ({ kernels, blur }: AlikeKernels, all: number) =>
    `${formatCount(kernels.length)} of ${formatCount(all)} depthwise kernels are ` +
    `${blur ? "the same blur" : "nearly the same"}, each on a channel of its own`,
  meanings: {
    dead: (share: string) => `norm below ${share} of the layer's median`,
    constant: (gain: string) => `DC gain of ${gain} or more: even in space`,
    duplicate: (cosine: string) =>
      `cosine of ${cosine} or more with another kernel of the same input channels: ` +
      "but for a factor and the bias, their maps are nearly the same",
    lowPass: (from: string, to: string) =>
      `DC gain from ${from} to ${to}: lets low frequencies pass`,
    bandPass: (gain: string) => `DC gain below ${gain}: holds low frequencies back`,
    rest: "none of these, or with weights that are not finite",
    greyEdge: ({ gain, coherence, chroma }: ImageThresholds) =>
      `DC gain below ${gain}, coherence of ${coherence} or more, chroma below ${chroma}`,
    colourEdge: ({ gain, coherence, chroma }: ImageThresholds) =>
      `DC gain below ${gain}, coherence of ${coherence} or more, chroma of ${chroma} or more`,
    colourBlob: ({ gain, chroma }: ImageThresholds) =>
      `DC gain of ${gain} or more, chroma of ${chroma} or more`,
    greyBlob: ({ gain, chroma }: ImageThresholds) =>
      `DC gain of ${gain} or more, chroma below ${chroma}`,
    highFrequency: ({ gain, centroid }: ImageThresholds) =>
      `DC gain below ${gain}, spectral centroid of ${centroid} cycles / pixel or more; ` +
      "such a kernel is no edge",
    imageRest: ({ gain, coherence }: ImageThresholds) =>
      `DC gain below ${gain}, coherence below ${coherence}, mostly spots in a ring; ` +
      "or weights that are not finite",
  },
  how: "How kernels are classed",
  confidence: "confidence",
  confidenceMeaning:
    "how far the measure that decided lies from the nearest threshold: 0 on it, 1 beyond doubt",
};

/** The words of the classes of kernels, whose names in data stay English. */
export type KindWords = typeof en;

const zh: KindWords = {
  names: {
    "grey edge": "灰度边缘",
    "colour edge": "彩色边缘",
    "colour blob": "彩色斑块",
    "grey blob": "灰度斑块",
    "high frequency": "高频",
    duplicate: "重复",
    "near-constant": "近似常数",
    "low-pass": "低通",
    "band-pass": "带通",
    dead: "近零",
    other: "其他",
  },
  counted: (count, name) => `${name} ${count}`,
  alike: ({ kernels, blur }, all) =>
    `${formatCount(all)} 个逐通道卷积核中有 ${formatCount(kernels.length)} 个` +
    `${blur ? "是同一个模糊核" : "几乎相同"}，各自作用于自己的通道`,
  meanings: {
    dead: (share) => `范数低于该层中位数的 ${share}`,
    constant: (gain) => `直流增益不低于 ${gain}：空间上均匀`,
    duplicate: (cosine) =>
      `与读取相同输入通道的另一卷积核的余弦不低于 ${cosine}：除倍数与偏置外，两者的特征图几乎相同`,
    lowPass: (from, to) => `直流增益在 ${from} 到 ${to} 之间：让低频通过`,
    bandPass: (gain) => `直流增益低于 ${gain}：抑制低频`,
    rest: "不属于以上各类，或含有非有限权重",
    greyEdge: ({ gain, coherence, chroma }) =>
      `直流增益低于 ${gain}，相干度不低于 ${coherence}，色度低于 ${chroma}`,
    colourEdge: ({ gain, coherence, chroma }) =>
      `直流增益低于 ${gain}，相干度不低于 ${coherence}，色度不低于 ${chroma}`,
    colourBlob: ({ gain, chroma }) => `直流增益不低于 ${gain}，色度不低于 ${chroma}`,
    greyBlob: ({ gain, chroma }) => `直流增益不低于 ${gain}，色度低于 ${chroma}`,
    highFrequency: ({ gain, centroid }) =>
      `直流增益低于 ${gain}，频谱质心不低于 ${centroid} 周期 / 像素；这样的卷积核不算边缘`,
    imageRest: ({ gain, coherence }) =>
      `直流增益低于 ${gain}，相干度低于 ${coherence}，多为环绕的斑点；或含有非有限权重`,
  },
  how: "卷积核如何分类",
  confidence: "置信度",
  confidenceMeaning: "起决定作用的度量离最近阈值有多远：恰在阈值上为 0，毫无疑问为 1",
};

/** The words of the classes of kernels, in every language. */
export const KIND_WORDS: Translated<KindWords> = { en, "zh-CN": zh };
