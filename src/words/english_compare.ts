import { ENGLISH } from "./english.ts";
import { COMPARE_EN } from "./en/compare_words.ts";
import { LAYER_EN } from "./en/layer_words.ts";
import type { ComparePageWords } from "./words.ts";

/** What the script of the page that compares says, in English. */
export const ENGLISH_COMPARE: ComparePageWords = {
  ...ENGLISH,
  compare: COMPARE_EN,
  layer: LAYER_EN,
};
