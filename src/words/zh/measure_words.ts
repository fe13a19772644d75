import type { MeasureSection } from "../measure_section.ts";
import { formatCount } from "../quantity.ts";
import { TUNING_MEASURES_ZH } from "./tuning_words.ts";

const FREQUENCY = "周期 / 像素";

const EXPERIMENTS: MeasureSection["experiments"] = {
  colourDependence: { name: "颜色依赖", unit: "1 − r²" },
  colourLoss: { name: "去色损失", unit: null },
  detailDependence: { name: "细节依赖", unit: "1 − r²" },
  detailLoss: { name: "细节损失", unit: null },
  detailPeriod: { name: "细节周期", unit: "像素 / 周期" },
  coarseDependence: { name: "粗略依赖", unit: "1 − r²" },
  coarseLoss: { name: "粗略损失", unit: null },
  mirrorSymmetry: { name: "镜像对称", unit: "r" },
};

/** The words of measures, in Chinese. */
export const MEASURE_ZH: MeasureSection = {
  kernels: {
    norm: { name: "范数", unit: null },
    bias: { name: "偏置", unit: null },
    dcGain: { name: "直流增益", unit: null },
    lumaGain: { name: "亮度增益", unit: null },
    chroma: { name: "色度", unit: null },
    hue: { name: "色相", unit: "度" },
    centroid: { name: "频谱质心", unit: FREQUENCY },
    orientation: { name: "方向", unit: "度" },
    coherence: { name: "相干度", unit: null },
    bandwidth: { name: "带宽", unit: FREQUENCY },
    separability: { name: "可分离度", unit: null },
    symmetry: { name: "对称度", unit: null },
    ownSymmetry: { name: "自身对称度", unit: null },
    roundness: { name: "圆度", unit: null },
    waves: { name: "波数", unit: null },
    sparsity: { name: "稀疏度", unit: null },
    min: { name: "最小值", unit: null },
    max: { name: "最大值", unit: null },
    mean: { name: "平均权重", unit: null },
    nonFinite: { name: "非有限", unit: "个权重" },
  },
  maps: {
    keepsPicture: { name: "照片占比", unit: "R²" },
    turnedPicture: { name: "照片占比（旋转）", unit: "R²" },
    luma: { name: "亮度", unit: "|r|" },
    edges: { name: "边缘", unit: "|r|" },
    on: { name: "激活的单元", unit: null },
    mean: { name: "特征图均值", unit: null },
    std: { name: "特征图标准差", unit: null },
    zeros: { name: "零值", unit: null },
    negatives: { name: "负值", unit: null },
    entropy: { name: "熵", unit: "比特" },
  },
  experiments: EXPERIMENTS,
  tuning: TUNING_MEASURES_ZH,
  columns: {
    class: { name: "类别", unit: null },
    confidence: { name: "置信度", unit: null },
    nearest: { name: "最相似", unit: "卷积核" },
    similarity: { name: "相似度", unit: "余弦" },
    likeness: { name: "相似次序", unit: null },
  },
  onAfter: (activation) => `${activation} 之后激活的单元`,
  meanMap: (inputs) => `特征图，${inputs}的平均`,
  meanTried: (photos) => `改变照片，${photos}的平均`,
  groups: {
    size: "大小",
    shape: "形状",
    colour: "颜色",
    map: "特征图",
    tried: "改变照片",
    tuned: "光栅",
  },
  kernel: "卷积核",
  table: "度量表",
  ofKernels: (kernels) => `${formatCount(kernels)} 个卷积核的全部度量`,
  ofMaps: (maps, over) => `${formatCount(maps)} 张特征图的全部度量，${over}`,
  ofBoth: (kernels, over) => `${formatCount(kernels)} 个卷积核及其特征图的全部度量，特征图${over}`,
  over: (inputs, count) => count === 1 ? `取自 ${inputs}` : `取 ${inputs}的平均`,
  without: (names) => `略去没有任何卷积核有值的度量：${names}。`,
  first: (shown, all) => `未启用脚本时，此处只列出 ${all} 个卷积核中的前 ${shown} 个。`,
  allDigits: "全部卷积核，完整位数：",
};
