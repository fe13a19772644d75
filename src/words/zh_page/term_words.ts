import type { TermWords } from "../en_page/term_words.ts";

/** The words of what pages explain beside measures, classes and badges, in Chinese. */
export const TERM_ZH: TermWords = {
  groups: {
    measures: "度量",
    classes: "类别",
    orders: "其他顺序",
    rule: "规律中的数",
    rows: "网络中的各行",
    badges: "标签",
    numbers: "数值",
    ranked: "各层的列",
  },
  kernelOf: (k, layer) => `${layer} 的卷积核 ${k}`,
  mapOf: (k, layer) => `${layer} 的卷积核 ${k} 的特征图`,
  ask: (name) => `这是什么：${name}`,
  askChosen: "这个度量是什么？",
  inactive: {
    layer: (quantized) =>
      `文件中此层之后没有激活函数${quantized ? "（可能已并入量化）" : ""}：哪些单元激活无从得知。`,
    model: (quantized) =>
      `文件中各层之后都没有激活函数${
        quantized ? "（可能已并入量化）" : ""
      }：哪些单元激活、哪些特征图从不激活无从得知。`,
  },
  orders: {
    index: "卷积核在文件中的编号，从 0 起；其特征图编号相同。",
    family: "特征图在照片相同位置响应的卷积核排在一起。",
    flags: "异常的对排在前面，例如与另一卷积核几乎相同的卷积核，或从不激活的特征图。",
  },
  rule: {
    spearman: {
      name: "Spearman",
      meaning:
        "按名次看，一个数随另一个数增大的可靠程度：总是如此为 1，毫无关系为 0，一增一减为 −1。",
    },
    p: { name: "p", meaning: "把同样的数打乱后，同样相关的情形有多常见：越小越不像偶然。" },
    partial: { name: "固定", meaning: "在第三个度量相近的卷积核之间仍剩下的相关。" },
  },
  rows: {
    side: "该层特征图长边的格数，对数刻度：池化或步幅使其减半。",
    what: "该层卷积核中寻找边缘、斑点、纹理等的各占多少。",
    photo: "特征图中有多少是照片：照片各颜色线性拟合的 R²，减去照片旋转 180° 时偶然得到的部分。",
    colour: "特征图与灰度照片的特征图相差多远：相同为 0，毫无剩余为 1。",
    detail: "特征图与模糊照片的特征图相差多远：相同为 0，毫无剩余为 1。",
    on: "激活之后特征图中大于 0 的单元所占比例。",
    never: "在任何照片上都没有大于 0 的单元的特征图所占比例。",
    border: "最强单元读到填充而不只是照片的特征图所占比例。",
    duplicate: "与读取相同通道的另一卷积核几乎相同的卷积核所占比例：它们可以合并。",
    family: "特征图与其他卷积核的特征图在相同位置响应的卷积核所占比例。",
    damage: "特征图与对照模型的特征图相差多远，以后者的大小为单位：相同为 0，差十分之一为 0.1。",
  },
  ranked: {
    worst: "该层在某张照片上偏差最大的特征图：偏差占 A 中该图的比例，以及分贝值。",
    median: "该层一半的特征图偏差更大，一半更小；各取在所有照片上的平均。",
    moved: "B 的卷积核与 A 的相差多远，以占 A 的比例计：一半不超过此值；以及最大的一个。",
  },
  compared: {
    cosine: "不论强弱，两者有多相似：只差一个倍数为 1，毫无共同之处为 0，相反为 −1。",
    correlation:
      "去掉各自的平均值后两者有多相似：只差一个倍数和一个常数为 1，无关为 0，相反为 −1。",
    change: "B 离 A 有多远，以 A 的大小为单位：相同为 0，差十分之一为 0.1，与 A 离零一样远为 1。",
    ratio:
      "B 离 A 有多远，以分贝计，即 ‖A − B‖ ÷ ‖A‖ 的 −20 log₁₀：差十分之一为 20 dB，差百分之一为 40 dB。",
  },
};
