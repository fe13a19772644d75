import type { PictureSection } from "../en/picture_words.ts";

const ownRange = { scale: "每张特征图各用自己的取值范围", heading: null };

/** What pages say of each kind of picture, in Chinese. */
export const PICTURE_ZH: PictureSection = {
  kernels: { scale: "每个卷积核各用自己的取值范围", heading: null },
  strongest: {
    scale: "每个卷积核最强的切片，最多四个；零为中灰；每个卷积核各用自己的取值范围",
    heading: null,
  },
  mix: {
    scale:
      "每个卷积核最强的权重，最多八个，由大到小画成条形：向上为正，向下为负；每个卷积核各用自己的取值范围",
    heading: null,
  },
  matrix: { scale: "零为中灰；所画数值均方根的三倍为白或黑", heading: null },
  slices: { scale: "零为中灰；每个卷积核各用自己的取值范围，其切片共用", heading: null },
  leading: { scale: "零为中灰；每个卷积核各用自己的取值范围", heading: null },
  maps: ownRange,
  activated: ownRange,
  inputs: ownRange,
  effective: {
    scale: "零为中灰；每个卷积核各用自己的取值范围",
    heading: null,
  },
  projections: {
    scale: "零为中灰；每个投影各用自己的取值范围",
    heading: "最强激活反投影到像素",
  },
};
