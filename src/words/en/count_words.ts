import { plural } from "../quantity.ts";

/** The words that count, in English. */
export const COUNT_EN = {
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
export type CountWords = typeof COUNT_EN;
