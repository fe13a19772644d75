import { formatCount } from "../quantity.ts";
import type { FamilyWords } from "../en_page/family_words.ts";

/** The words of families of kernels, in Chinese. */
export const FAMILY_ZH: FamilyWords = {
  heading: "家族：一同响应的特征图",
  chips: "家族",
  sort: "家族",
  name: (number) => `家族 ${number}`,
  about: (kernels, correlation) => `${formatCount(kernels)} 个卷积核，r ${correlation}`,
  patch: (kernel) => `最能激发卷积核 ${kernel} 的图块`,
  found: (placed, pairs, families) =>
    `${formatCount(pairs)} 个卷积核中有 ${formatCount(placed)} 个属于 ${
      formatCount(families)
    } 个家族：它们的特征图在照片的相同位置响应。每个家族以编号命名，` +
    "并配上最能激发其中一个卷积核的图块，该核的特征图与其余各图最为一致。",
  none: "没有三张特征图的一致程度超出偶然。",
  how: (correlation, cells, photos) =>
    `同一家族的特征图平均到至多 ${cells} 格、在${photos}上的平均相关系数 r 不低于 ${correlation}：` +
    "这是把同样的特征图各自移动后，所成家族不超过其十分之一的最低值。",
  howNone: (cells, photos) =>
    `特征图平均到至多 ${cells} 格，在${photos}上求相关；无论下限取多少，` +
    "把同样的特征图各自移动后，所成家族都超过其十分之一。",
  tooFew: (cells, least) =>
    `无法得知哪些特征图一同响应：所有照片上总共只有 ${formatCount(cells)} 格，至少需要 ${
      formatCount(least)
    } 格。请提供更多照片。`,
  tooMany: "无法得知哪些特征图一同响应：卷积核太多，无法逐一比较。",
};
