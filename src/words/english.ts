import { BADGE_EN } from "./en/badge_words.ts";
import { COUNT_EN } from "./en/count_words.ts";
import { EXPERIMENT_EN } from "./en/experiment_words.ts";
import { CLASS_EN } from "./en/class_words.ts";
import { MEASURE_EN } from "./en/measure_words.ts";
import { PANEL_EN } from "./en/panel_words.ts";
import { PICTURE_EN } from "./en/picture_words.ts";
import { QUERY_EN } from "./en/query_words.ts";
import { REVIEW_EN } from "./en/review_words.ts";
import { SUM_EN } from "./en/sum_words.ts";
import { TUNING_EN } from "./en/tuning_words.ts";
import { TOOL_EN } from "./en/tool_words.ts";
import type { Words } from "./words.ts";

/** What the script of the pages says, in English. */
export const ENGLISH: Words = {
  language: "en",
  badge: BADGE_EN,
  count: COUNT_EN,
  experiment: EXPERIMENT_EN,
  kind: CLASS_EN,
  measure: MEASURE_EN,
  panel: PANEL_EN,
  picture: PICTURE_EN,
  query: QUERY_EN,
  review: REVIEW_EN,
  sum: SUM_EN,
  tools: TOOL_EN,
  tuning: TUNING_EN,
};
