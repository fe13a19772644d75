import { tellP } from "../../analysis/rule/p_value.ts";
import { formatCorrelation } from "../../analysis/rule/rule_sentence.ts";
import type { DepthWords, Halves } from "../en_page/depth_words.ts";
import { formatCount, tellShare } from "../quantity.ts";

/** The words of what becomes of the photo through the layers of a network, in Chinese. */
export const DEPTH_ZH: DepthWords = {
  measures: {
    photo: {
      name: "特征图中有多少是照片",
      unit: "R²，减去把照片旋转 180° 后的 R²（只是偶然）",
      up: "层越深，特征图越像照片",
      down: "层越深，特征图越不像照片",
      unclear: "特征图中有多少是照片，并不随深度明显升降",
    },
    colour: {
      name: "特征图中有多少离不开颜色",
      unit: "1 − r²（与灰度照片的特征图）",
      up: "层越深，特征图越离不开颜色",
      down: "层越深，特征图越不需要颜色",
      unclear: "特征图中有多少离不开颜色，并不随深度明显升降",
    },
    detail: {
      name: "特征图中有多少离不开细节",
      unit: "1 − r²（与模糊照片的特征图）",
      up: "层越深，特征图越离不开细节",
      down: "层越深，特征图越不需要细节",
      unclear: "特征图中有多少离不开细节，并不随深度明显升降",
    },
  },
  sentence: (says, { first, last, ends, n }) =>
    ends === 1
      ? `${says}：共 ${formatCount(n)} 层，第一层 ${tellShare(first)}，最后一层 ${
        tellShare(last)
      }。`
      : `${says}：共 ${formatCount(n)} 层，前 ${formatCount(ends)} 层 ${tellShare(first)}，` +
        `后 ${formatCount(ends)} 层 ${tellShare(last)}。`,
  halves: (first, last) =>
    `至少一半是照片（R² 不低于 0.5）的特征图：前端 ${zhHalves(first)}，末端 ${zhHalves(last)}。`,
  few: "层数太少，看不出趋势",
  correlation: (value, p) => `与深度的 Spearman 相关 ${formatCorrelation(value)}，${tellP(p)}`,
  caption: "各层特征图的中位数，按计算图的顺序，其中可能有分支；百分比是中位数的平均。",
};

function zhHalves({ half, maps }: Halves): string {
  return `${formatCount(maps)} 张中有 ${formatCount(half)} 张`;
}
