import { RULE_ZH } from "./zh/rule_words.ts";
import type { RulePartWords } from "./words.ts";

/** What the script of the rule says, in Chinese. */
export const CHINESE_RULE: RulePartWords = {
  language: "zh-CN",
  rule: RULE_ZH,
};
