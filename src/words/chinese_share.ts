import { SHARE_ZH } from "./zh/share_words.ts";
import type { SharePartWords } from "./words.ts";

/** What the script that shares a view says, in Chinese. */
export const CHINESE_SHARE: SharePartWords = {
  language: "zh-CN",
  share: SHARE_ZH,
};
