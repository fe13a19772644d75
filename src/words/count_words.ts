import type { Translated } from "./language.ts";
import { formatCount, plural } from "./quantity.ts";

const en = {
  kernels: (n: number) => plural(n, "kernel"),
  photos: (n: number) => plural(n, "photo"),
  arrays: (n: number) => plural(n, "array"),
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
  semicolon: "; ",
  comma: ", ",
};

/** The words that count things and put them in a row. */
export type CountWords = typeof en;

const zh: CountWords = {
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

/** The words that count, in every language. */
export const COUNT_WORDS: Translated<CountWords> = { en, "zh-CN": zh };
