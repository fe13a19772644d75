import { LARGEST_TURNED } from "../../analysis/likeness/largest_turned.ts";
import type { MeasureSection } from "../measure_section.ts";
import { formatCount } from "../quantity.ts";
import { TUNING_MEASURES_ZH } from "./tuning_words.ts";

const FREQUENCY = "周期 / 像素";

const EXPERIMENTS: MeasureSection["experiments"] = {
  colourDependence: {
    name: "颜色依赖",
    unit: "1 − r²",
    meaning: "特征图与灰度照片的特征图相差多远：其方差中不能由后者的直线解释的比例，0 到 1。",
  },
  colourLoss: {
    name: "去色损失",
    unit: null,
    meaning: "没有颜色时，特征图在激活函数之后大于 0 的部分失去多少。",
  },
  detailDependence: {
    name: "细节依赖",
    unit: "1 − r²",
    meaning: "同上，但照片经过模糊，没有比每周期 8 像素更细的部分。",
  },
  detailLoss: {
    name: "细节损失",
    unit: null,
    meaning: "没有这些细节时，特征图在激活函数之后大于 0 的部分失去多少。",
  },
  detailPeriod: {
    name: "细节周期",
    unit: "像素 / 周期",
    meaning:
      "承载特征图的成分每周期约有多少像素，由两次模糊得出：全部精细时为 4，全部粗略时为 64。",
  },
  coarseDependence: {
    name: "粗略依赖",
    unit: "1 − r²",
    meaning: "特征图与去掉每周期 32 像素以上的粗略成分后的照片的特征图相差多远。",
  },
  coarseLoss: {
    name: "粗略损失",
    unit: null,
    meaning: "没有这些成分时，特征图在激活函数之后大于 0 的部分失去多少。",
  },
  mirrorSymmetry: {
    name: "镜像对称",
    unit: "r",
    meaning: "左右翻转的照片的特征图翻转回来后与原特征图的相关：1 表示卷积核不分左右，" +
      "−1 表示它响应左右之差。",
  },
};

/** The words of measures, in Chinese. */
export const MEASURE_ZH: MeasureSection = {
  kernels: {
    norm: { name: "范数", unit: null, meaning: "权重平方和的平方根。" },
    bias: { name: "偏置", unit: null, meaning: "该层加到此卷积核特征图每一格上的数。" },
    dcGain: {
      name: "直流增益",
      unit: null,
      meaning: "卷积核有多少成分在求平均：0 只对差异有响应，1 只对平均有响应。",
    },
    lumaGain: { name: "亮度增益", unit: null, meaning: "仅其亮度部分的直流增益。" },
    chroma: { name: "色度", unit: null, meaning: "在照片的像素空间中，偏离灰轴的能量所占比例。" },
    hue: {
      name: "色相",
      unit: "度",
      meaning: "其对立色的轴：0° 红–青，60° 黄–蓝，120° 绿–品红。",
    },
    centroid: {
      name: "频谱质心",
      unit: FREQUENCY,
      meaning: "按功率加权的平均径向频率。",
    },
    orientation: {
      name: "方向",
      unit: "度",
      meaning: "边缘的走向，逆时针计：0° 如 –，90° 如 |；无主导方向（相干度低于 0.18）时加括号。",
    },
    coherence: { name: "相干度", unit: null, meaning: "主导方向在多大程度上胜过其他方向。" },
    bandwidth: {
      name: "带宽",
      unit: FREQUENCY,
      meaning: "按功率加权的径向频率标准差。",
    },
    separability: {
      name: "可分离度",
      unit: null,
      meaning: "每个切片中可写成一列乘一行的能量所占比例。",
    },
    symmetry: {
      name: "对称度",
      unit: null,
      meaning: "旋转 180° 后保持不变的能量所占比例：1 为偶，0 为奇。",
    },
    ownSymmetry: {
      name: "自身对称度",
      unit: null,
      meaning: "绕其图案中心旋转 180° 后保持不变的能量所占比例：1 为线条或斑点，0 为边缘。",
    },
    roundness: {
      name: "圆度",
      unit: null,
      meaning: "绕其图案中心各方向相同的能量所占比例：1 为斑点，有无环绕皆可。",
    },
    waves: {
      name: "波数",
      unit: null,
      meaning: "横跨其图案的波的个数：一条边缘或线条约为 1.5，条纹与方格更多。",
    },
    sparsity: { name: "稀疏度", unit: null, meaning: "低于该层最大权重 1 % 的权重所占比例。" },
    min: { name: "最小值", unit: null, meaning: "最小的有限权重。" },
    max: { name: "最大值", unit: null, meaning: "最大的有限权重。" },
    mean: { name: "平均权重", unit: null, meaning: "有限权重的平均值。" },
    nonFinite: { name: "非有限", unit: "个权重", meaning: "NaN 或无穷的权重个数。" },
  },
  maps: {
    keepsPicture: {
      name: "照片占比",
      unit: "R²",
      meaning: "特征图中有多少是照片：其方差中可由照片各颜色的线性拟合解释的比例，0 到 1。",
    },
    turnedPicture: {
      name: "照片占比（旋转）",
      unit: "R²",
      meaning: "把照片旋转 180° 后的照片占比：有多少只是偶然，格子少的特征图最多。",
    },
    luma: { name: "亮度", unit: "|r|", meaning: "特征图与照片亮度的相关程度。" },
    edges: { name: "边缘", unit: "|r|", meaning: "特征图与照片边缘的相关程度。" },
    on: { name: "激活的单元", unit: null, meaning: "激活函数之后特征图中大于 0 的单元所占比例。" },
    mean: { name: "特征图均值", unit: null, meaning: "特征图有限值的平均值。" },
    std: { name: "特征图标准差", unit: null, meaning: "特征图有限值的标准差。" },
    zeros: {
      name: "零值",
      unit: null,
      meaning: "特征图中恰为 0 的单元所占比例，有激活函数时取其后。",
    },
    negatives: { name: "负值", unit: null, meaning: "特征图中小于 0 的单元所占比例。" },
    entropy: { name: "熵", unit: "比特", meaning: "特征图取值的熵，0 到 8。" },
  },
  experiments: EXPERIMENTS,
  tuning: TUNING_MEASURES_ZH,
  columns: {
    kind: { name: "类别", unit: null, meaning: "卷积核的样子，按上述阈值判定。" },
    confidence: {
      name: "置信度",
      unit: null,
      meaning: "卷积核离决定其类别的最近阈值有多远：恰在阈值上为 0；“其他”类没有置信度。",
    },
    nearest: {
      name: "最相似",
      unit: "卷积核",
      meaning: "与它或与它的反相最相似的卷积核，余弦不低于 0.5 或不高于 −0.5。",
    },
    similarity: {
      name: "相似度",
      unit: "余弦",
      meaning: "与另一卷积核最大或最负的余弦；若平移至多两格后达到 ±0.95，则取平移后的值。",
    },
    order: {
      name: "相似次序",
      unit: null,
      meaning: `卷积核在相似者相邻的排列中的位置；超过 ${
        formatCount(LARGEST_TURNED)
      } 个卷积核时只是大致如此。`,
    },
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
