import type { Translated } from "./language.ts";
import { formatCount, plural } from "./quantity.ts";

const en = {
  models: (n: number) => plural(n, "model"),
  convolutions: (n: number) => plural(n, "convolution"),
  layers: (n: number) => plural(n, "convolution layer"),
  kernels: (n: number) => plural(n, "kernel"),
  maps: (n: number) => plural(n, "map"),
  photos: (n: number) => plural(n, "photo"),
  pairs: (n: number) => plural(n, "pair"),
  values: (n: number) => plural(n, "value"),
  /** A part of a counted whole. */
  part: (part: number, whole: string) => `${formatCount(part)} of ${whole}`,
  /** Parts of a sentence in a row. */
  list: (parts: readonly string[]) => parts.join(", "),
  /** Greater parts of a sentence in a row. */
  series: (parts: readonly string[]) => parts.join("; "),
  /** Whole sentences in a row. */
  sentences: (sentences: readonly string[]) => sentences.join(" "),
  /** Names or numbers in a row. */
  names: (names: readonly (string | number)[]) => names.join(", "),
  /** What stands between a heading and its text. */
  colon: ": ",
};

/** The words that count things and put them in a row. */
export type CountWords = typeof en;

const zh: CountWords = {
  models: (n) => `${formatCount(n)} 个模型`,
  convolutions: (n) => `${formatCount(n)} 个卷积`,
  layers: (n) => `${formatCount(n)} 个卷积层`,
  kernels: (n) => `${formatCount(n)} 个卷积核`,
  maps: (n) => `${formatCount(n)} 张特征图`,
  photos: (n) => `${formatCount(n)} 张照片`,
  pairs: (n) => `${formatCount(n)} 对`,
  values: (n) => `${formatCount(n)} 个值`,
  part: (part, whole) => `${whole}中的 ${formatCount(part)}`,
  list: (parts) => parts.join("，"),
  series: (parts) => parts.join("；"),
  sentences: (sentences) => sentences.join(""),
  names: (names) => names.join("、"),
  colon: "：",
};

/** The words that count, in every language. */
export const COUNT_WORDS: Translated<CountWords> = { en, "zh-CN": zh };
