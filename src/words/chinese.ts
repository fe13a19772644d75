import { BADGE_ZH } from "./zh/badge_words.ts";
import { COUNT_ZH } from "./zh/count_words.ts";
import { EXPERIMENT_ZH } from "./zh/experiment_words.ts";
import { CLASS_ZH } from "./zh/class_words.ts";
import { MEASURE_ZH } from "./zh/measure_words.ts";
import { PANEL_ZH } from "./zh/panel_words.ts";
import { PICTURE_ZH } from "./zh/picture_words.ts";
import { QUERY_ZH } from "./zh/query_words.ts";
import { REVIEW_ZH } from "./zh/review_words.ts";
import { SUM_ZH } from "./zh/sum_words.ts";
import { TUNING_ZH } from "./zh/tuning_words.ts";
import { TOOL_ZH } from "./zh/tool_words.ts";
import type { Words } from "./words.ts";

/** What the script of the pages says, in Chinese. */
export const CHINESE: Words = {
  language: "zh-CN",
  badge: BADGE_ZH,
  count: COUNT_ZH,
  experiment: EXPERIMENT_ZH,
  kind: CLASS_ZH,
  measure: MEASURE_ZH,
  panel: PANEL_ZH,
  picture: PICTURE_ZH,
  query: QUERY_ZH,
  review: REVIEW_ZH,
  sum: SUM_ZH,
  tools: TOOL_ZH,
  tuning: TUNING_ZH,
};
