import { EXERCISE_EN } from "./en/exercise_words.ts";
import { RULE_EN } from "./en/rule_words.ts";
import type { RulePartWords } from "./words.ts";

/** What the script of the rule says, in English. */
export const ENGLISH_RULE: RulePartWords = {
  language: "en",
  exercise: EXERCISE_EN,
  rule: RULE_EN,
};
