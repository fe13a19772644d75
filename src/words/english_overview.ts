import { ENGLISH } from "./english.ts";
import { ATLAS_EN } from "./en/atlas_words.ts";
import type { OverviewPageWords } from "./words.ts";

/** What the script of the first page and of those of models says, in English. */
export const ENGLISH_OVERVIEW: OverviewPageWords = {
  ...ENGLISH,
  atlas: ATLAS_EN,
};
