import { SHARE_EN } from "./en/share_words.ts";
import type { SharePartWords } from "./words.ts";

/** What the script that shares a view says, in English. */
export const ENGLISH_SHARE: SharePartWords = {
  language: "en",
  share: SHARE_EN,
};
