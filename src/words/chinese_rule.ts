import { EXERCISE_ZH } from "./zh/exercise_words.ts";
import { RULE_ZH } from "./zh/rule_words.ts";
import type { RulePartWords } from "./words.ts";

/** What the script of the rule says, in Chinese. */
export const CHINESE_RULE: RulePartWords = {
  language: "zh-CN",
  exercise: EXERCISE_ZH,
  rule: RULE_ZH,
};
