import type { ExperimentWords } from "../en/experiment_words.ts";

/** The words of what experiments tell of a pair, in Chinese. */
export const EXPERIMENT_ZH: ExperimentWords = {
  head: (tried, all) =>
    tried === all
      ? `此特征图失去多少，${tried} 张照片的平均`
      : `此特征图失去多少，${all} 张照片中 ${tried} 张的平均`,
  headAlone: (photo) => `此特征图在 ${photo} 上失去多少`,
  without: {
    colourLoss: "没有颜色",
    detailLoss: "没有细于 8 像素的细节",
    coarseLoss: "没有粗于 32 像素的明暗",
  },
  spread: (least, most) => `${least} 至 ${most}`,
  mirrored: (r, spread) =>
    `左右互换后，特征图与此图的镜像之相关为 r ${r}${spread === null ? "" : `（${spread}）`}。`,
};
