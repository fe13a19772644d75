import { CHINESE } from "./chinese.ts";
import { ATLAS_ZH } from "./zh/atlas_words.ts";
import type { OverviewPageWords } from "./words.ts";

/** What the script of the first page and of those of models says, in Chinese. */
export const CHINESE_OVERVIEW: OverviewPageWords = {
  ...CHINESE,
  atlas: ATLAS_ZH,
};
