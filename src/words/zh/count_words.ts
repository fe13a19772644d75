import { formatCount } from "../quantity.ts";
import type { CountWords } from "../en/count_words.ts";

/** The words that count, in Chinese. */
export const COUNT_ZH: CountWords = {
  kernels: (n) => `${formatCount(n)} 个卷积核`,
  photos: (n) => `${formatCount(n)} 张照片`,
  arrays: (n) => `${formatCount(n)} 个数组`,
  list: (parts) => parts.join("，"),
  series: (parts) => parts.join("；"),
  sentences: (sentences) => sentences.join(""),
  names: (names) => names.join("、"),
  colon: "：",
  semicolon: "；",
  comma: "，",
};
