import type { KernelMeasures } from "../analysis/kernel_measures.ts";
import type { MapAverages } from "../analysis/map_averages.ts";
import type { Translated } from "./language.ts";
import { formatCount, plural } from "./quantity.ts";

/** A measure in words. */
export interface MeasureWords {
  readonly name: string;
  /** Its unit; null where it is a share or a plain number. */
  readonly unit: string | null;
  /** What it is, in one sentence. */
  readonly meaning: string;
}

type MeasuresWords<Name extends string> = Readonly<Record<Name, MeasureWords>>;

/** The words of measures and of their table. */
export interface MeasureSection {
  /** The measures of kernels, in the order in which pages show them. */
  readonly kernels: MeasuresWords<keyof KernelMeasures>;
  /** The measures of maps, averaged over the photos, in the order in which pages show them. */
  readonly maps: MeasuresWords<keyof MapAverages>;
  /** What else the table has of a kernel. */
  readonly columns: MeasuresWords<"kind" | "confidence" | "nearest" | "similarity" | "order">;
  readonly kernel: string;
  readonly table: string;
  readonly ofKernels: (kernels: number) => string;
  readonly ofMaps: (maps: number, photos: number) => string;
  readonly ofBoth: (kernels: number, photos: number) => string;
  readonly without: (names: string) => string;
  readonly allDigits: string;
}

const FREQUENCY = "cycles / pixel";

const en: MeasureSection = {
  kernels: {
    norm: {
      name: "norm",
      unit: null,
      meaning: "The root of the sum of the squared weights.",
    },
    dcGain: {
      name: "DC gain",
      unit: null,
      meaning:
        "How much of the kernel averages: 0 answers to differences alone, 1 to averages alone.",
    },
    lumaGain: {
      name: "luma gain",
      unit: null,
      meaning: "The DC gain of its luma part alone.",
    },
    chroma: {
      name: "chroma",
      unit: null,
      meaning: "The share of its energy off the grey axis, in the space of the photo's pixels.",
    },
    hue: {
      name: "hue",
      unit: "degrees",
      meaning:
        "The axis of its opponent colours: 0° red–cyan, 60° yellow–blue, 120° green–magenta.",
    },
    centroid: {
      name: "spectral centroid",
      unit: FREQUENCY,
      meaning: "Its mean radial frequency, weighted by power.",
    },
    orientation: {
      name: "orientation",
      unit: "degrees",
      meaning: "Along which way its edges run, counter-clockwise: 0° lies like –, 90° like |.",
    },
    coherence: {
      name: "coherence",
      unit: null,
      meaning: "How much one orientation leads the others.",
    },
    bandwidth: {
      name: "bandwidth",
      unit: FREQUENCY,
      meaning: "The standard deviation of its radial frequency, weighted by power.",
    },
    separability: {
      name: "separability",
      unit: null,
      meaning: "The share of its energy that is a column times a row in each slice.",
    },
    symmetry: {
      name: "symmetry",
      unit: null,
      meaning: "The share of its energy that a turn by 180° keeps: 1 is even, 0 is odd.",
    },
    sparsity: {
      name: "sparsity",
      unit: null,
      meaning: "The share of its weights below 1 % of the layer's largest.",
    },
    min: { name: "min", unit: null, meaning: "Its smallest finite weight." },
    max: { name: "max", unit: null, meaning: "Its largest finite weight." },
    mean: { name: "mean weight", unit: null, meaning: "The mean of its finite weights." },
    nonFinite: {
      name: "not finite",
      unit: "weights",
      meaning: "How many of its weights are NaN or infinite.",
    },
  },
  maps: {
    keepsPicture: {
      name: "keeps picture",
      unit: "R²",
      meaning: "How much of the map's variance a linear fit of the photo's channels explains.",
    },
    luma: {
      name: "luma",
      unit: "|r|",
      meaning: "How closely the map goes with the photo's luma.",
    },
    edges: {
      name: "edges",
      unit: "|r|",
      meaning: "How closely the map goes with the photo's edges.",
    },
    mean: { name: "map mean", unit: null, meaning: "The mean of the map's finite values." },
    std: {
      name: "map deviation",
      unit: null,
      meaning: "The standard deviation of the map's finite values.",
    },
    zeros: {
      name: "zeros",
      unit: null,
      meaning: "The share of the map's cells that are exactly 0.",
    },
    negatives: {
      name: "negatives",
      unit: null,
      meaning: "The share of the map's cells below 0.",
    },
    entropy: {
      name: "entropy",
      unit: "bits",
      meaning: "The entropy of the map's values, 0 to 8.",
    },
  },
  columns: {
    kind: {
      name: "class",
      unit: null,
      meaning: "What the kernel is like, by the thresholds above.",
    },
    confidence: {
      name: "confidence",
      unit: null,
      meaning: "How far the kernel is from the nearest threshold that decided its class: 0 on it.",
    },
    nearest: {
      name: "nearest",
      unit: "kernel",
      meaning: "The kernel most like it, or most like its negative.",
    },
    similarity: {
      name: "similarity",
      unit: "cosine",
      meaning: "The cosine between the two; shifted, where that makes them duplicates.",
    },
    order: {
      name: "likeness order",
      unit: null,
      meaning: "The kernel's place in an order in which like ones stand side by side.",
    },
  },
  kernel: "kernel",
  table: "Table of measures",
  ofKernels: (kernels) => `All measures of ${plural(kernels, "kernel")}`,
  ofMaps: (maps, photos) => `All measures of ${plural(maps, "map")}, ${average(photos)}`,
  ofBoth: (kernels, photos) =>
    `All measures of ${plural(kernels, "kernel")}, and of their maps ${average(photos)}`,
  without: (names) => `Left out, as no kernel here has a value: ${names}.`,
  allDigits: "With all digits:",
};

function average(photos: number): string {
  return photos === 1 ? "on one photo" : `averaged over ${plural(photos, "photo")}`;
}

const ZH_FREQUENCY = "周期 / 像素";

const zh: MeasureSection = {
  kernels: {
    norm: { name: "范数", unit: null, meaning: "权重平方和的平方根。" },
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
      unit: ZH_FREQUENCY,
      meaning: "按功率加权的平均径向频率。",
    },
    orientation: {
      name: "方向",
      unit: "度",
      meaning: "边缘的走向，逆时针计：0° 如 –，90° 如 |。",
    },
    coherence: { name: "相干度", unit: null, meaning: "主导方向在多大程度上胜过其他方向。" },
    bandwidth: {
      name: "带宽",
      unit: ZH_FREQUENCY,
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
    sparsity: { name: "稀疏度", unit: null, meaning: "低于该层最大权重 1 % 的权重所占比例。" },
    min: { name: "最小值", unit: null, meaning: "最小的有限权重。" },
    max: { name: "最大值", unit: null, meaning: "最大的有限权重。" },
    mean: { name: "平均权重", unit: null, meaning: "有限权重的平均值。" },
    nonFinite: { name: "非有限", unit: "个权重", meaning: "NaN 或无穷的权重个数。" },
  },
  maps: {
    keepsPicture: {
      name: "保留画面",
      unit: "R²",
      meaning: "用照片各通道的线性拟合能解释特征图方差的多少。",
    },
    luma: { name: "亮度", unit: "|r|", meaning: "特征图与照片亮度的相关程度。" },
    edges: { name: "边缘", unit: "|r|", meaning: "特征图与照片边缘的相关程度。" },
    mean: { name: "特征图均值", unit: null, meaning: "特征图有限值的平均值。" },
    std: { name: "特征图标准差", unit: null, meaning: "特征图有限值的标准差。" },
    zeros: { name: "零值", unit: null, meaning: "特征图中恰为 0 的单元所占比例。" },
    negatives: { name: "负值", unit: null, meaning: "特征图中小于 0 的单元所占比例。" },
    entropy: { name: "熵", unit: "比特", meaning: "特征图取值的熵，0 到 8。" },
  },
  columns: {
    kind: { name: "类别", unit: null, meaning: "卷积核的样子，按上述阈值判定。" },
    confidence: {
      name: "置信度",
      unit: null,
      meaning: "卷积核离决定其类别的最近阈值有多远：恰在阈值上为 0。",
    },
    nearest: { name: "最相似", unit: "卷积核", meaning: "与它或与它的反相最相似的卷积核。" },
    similarity: {
      name: "相似度",
      unit: "余弦",
      meaning: "两者之间的余弦；若平移后才重复，则取平移后的值。",
    },
    order: { name: "相似次序", unit: null, meaning: "卷积核在相似者相邻的排列中的位置。" },
  },
  kernel: "卷积核",
  table: "度量表",
  ofKernels: (kernels) => `${formatCount(kernels)} 个卷积核的全部度量`,
  ofMaps: (maps, photos) => `${formatCount(maps)} 张特征图的全部度量，${zhAverage(photos)}`,
  ofBoth: (kernels, photos) =>
    `${formatCount(kernels)} 个卷积核及其特征图的全部度量，特征图${zhAverage(photos)}`,
  without: (names) => `略去没有任何卷积核有值的度量：${names}。`,
  allDigits: "完整位数：",
};

function zhAverage(photos: number): string {
  return photos === 1 ? "取自一张照片" : `取 ${formatCount(photos)} 张照片的平均`;
}

/** The words of measures, in every language. */
export const MEASURE_WORDS: Translated<MeasureSection> = { en, "zh-CN": zh };
