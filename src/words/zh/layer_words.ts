import { formatCount } from "../quantity.ts";
import type { LayerWords, PairNumbers } from "../en/layer_words.ts";

const NOUNS = { map: "张特征图", channel: "个通道" } as const;

/** The words of a layer's page, in Chinese. */
export const LAYER_ZH: LayerWords = {
  facts: {
    field: (size) => `感受野 ${size} 像素`,
    fieldWhole: "感受野为整张照片",
    fieldMissing: "感受野未知",
    maps: (sizes) => `特征图 ${sizes}`,
    mapsOfSizes: (count) => `特征图有 ${formatCount(count)} 种尺寸`,
    samples: (shown, of) => `${formatCount(of)} 个样本中显示前 ${formatCount(shown)} 个`,
    firstSample: "显示第一个样本",
    stride: (steps) => `步幅 ${steps}`,
    noPadding: "无填充",
    padding: (pads) => `填充 ${pads}`,
    paddingEnds: (begin, end) => `填充前 ${begin}、后 ${end}`,
    paddingSides: ({ top, left, bottom, right }) =>
      `填充上 ${top}、左 ${left}、下 ${bottom}、右 ${right}`,
    dilation: (steps) => `膨胀率 ${steps}`,
    groups: (count) => `分组 ${formatCount(count)}`,
    weighs: (numbers) => `对全部 ${formatCount(numbers)} 个数加权`,
    mixes: (size, noun, read) => `${size}：混合 ${formatCount(read)} ${NOUNS[noun]}，不看邻域`,
    mixesInGroups: (size, noun, read) =>
      `${size}：混合本组的 ${formatCount(read)} ${NOUNS[noun]}，不看邻域`,
    scales: (size, noun) => `${size}：只缩放一${NOUNS[noun]}，不混合，不看邻域`,
  },
  title: {
    pairs: (layer, pairs) => `${layer}：${formatCount(pairs)} 个卷积核及其特征图`,
    kernels: (layer, kernels) => `${layer}：${formatCount(kernels)} 个卷积核`,
    maps: (layer, maps) => `${layer}：${formatCount(maps)} 张特征图`,
    of: (layer, model) => `${layer} · ${model}`,
  },
  lead: {
    nothing: "卷积核和特征图都未能绘制。",
    kernels: (kernels) => `${formatCount(kernels)} 个卷积核，没有特征图。`,
    maps: (maps, photos) => `${photos}上的 ${formatCount(maps)} 张特征图，没有卷积核。`,
    pairs: (pairs, photos) =>
      `${pairs === 1 ? "唯一的卷积核" : `${formatCount(pairs)} 个卷积核各自`}` +
      `与其生成的特征图并列，基于 ${photos}。`,
    photos: (shown, all) =>
      shown < all
        ? `${formatCount(all)} 张照片中的 ${formatCount(shown)} 张`
        : `${formatCount(all)} 张照片`,
    arrays: (shown, all) =>
      shown < all
        ? `${formatCount(all)} 个数组中的 ${formatCount(shown)} 个`
        : `${formatCount(all)} 个数组`,
    neverOn: (maps, photos) =>
      `${zhList("特征图", "张", maps)}${photos === 1 ? "" : "在任何照片上都"}从不激活。`,
    alwaysOn: (maps, photos) =>
      `${zhList("特征图", "张", maps)}${photos === 1 ? "" : "在每张照片上都"}处处激活。`,
    flat: (maps, photos) =>
      `${zhList("特征图", "张", maps)}${photos === 1 ? "" : "在每张照片上都"}是常数。`,
    onPadding: (padded, kernels) =>
      kernels === 1
        ? "特征图最强的一格位于填充上。"
        : `${formatCount(kernels)} 个卷积核中有 ${formatCount(padded)} 个最强的一格位于填充上。`,
    notFinite: (maps) => `${zhList("特征图", "张", maps)}含有非有限值。`,
    twins: (kernels, otherBias) =>
      `${zhList("卷积核", "个", kernels)}与读取相同通道的另一个几乎相同` +
      `${otherBias === 0 ? "" : `，其中 ${formatCount(otherBias)} 个偏置不同`}。`,
    sentence: (words) => `${words}。`,
  },
  about: "关于此层",
  seeRule: "查看规律",
  numbersBehind: "此句的依据",
  provenance: "来源",
  terms: {
    node: "节点",
    operator: "算子",
    input: "输入",
    output: "输出",
    followedBy: "后接",
    kernels: "卷积核",
    storedAs: "存储类型",
    preprocessing: "预处理",
    runtime: "运行时",
    files: "文件",
  },
  measuresFile: "按列存储的度量",
};

function zhList(noun: string, unit: string, { named, more }: PairNumbers): string {
  const numbers = named.join("、");
  const all = formatCount(named.length + more);
  return more > 0 ? `${noun} ${numbers} 等 ${all} ${unit}` : `${noun} ${numbers} `;
}
