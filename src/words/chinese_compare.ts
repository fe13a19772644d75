import { CHINESE } from "./chinese.ts";
import { COMPARE_ZH } from "./zh/compare_words.ts";
import { LAYER_ZH } from "./zh/layer_words.ts";
import type { ComparePageWords } from "./words.ts";

/** What the script of the page that compares says, in Chinese. */
export const CHINESE_COMPARE: ComparePageWords = {
  ...CHINESE,
  compare: COMPARE_ZH,
  layer: LAYER_ZH,
};
