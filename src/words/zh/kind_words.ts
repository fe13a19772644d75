import { formatCount } from "../quantity.ts";
import type { KindWords } from "../en/kind_words.ts";

/** The words of the classes of kernels, in Chinese. */
export const KIND_ZH: KindWords = {
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
