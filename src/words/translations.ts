import { CHINESE_COMPARE } from "./chinese_compare.ts";
import { CHINESE_DATASET } from "./chinese_dataset.ts";
import { CHINESE_OVERVIEW } from "./chinese_overview.ts";
import { CHINESE_RULE } from "./chinese_rule.ts";
import { CHINESE_SHARE } from "./chinese_share.ts";
import { ANSWER_EN } from "./en_page/answer_words.ts";
import { CLASS_MEANING_EN } from "./en_page/class_meaning_words.ts";
import { DEPTH_EN } from "./en_page/depth_words.ts";
import { FAMILY_EN } from "./en_page/family_words.ts";
import { FINDING_EN } from "./en_page/finding_words.ts";
import { FRAME_EN } from "./en_page/frame_words.ts";
import { HELP_EN } from "./en_page/help_words.ts";
import { MATRIX_EN } from "./en_page/matrix_words.ts";
import { MEASURE_MEANING_EN } from "./en_page/measure_meaning_words.ts";
import { ODDITY_EN } from "./en_page/oddity_words.ts";
import { OVERVIEW_EN } from "./en_page/overview_words.ts";
import { PREPROCESS_EN } from "./en_page/preprocess_words.ts";
import { RANKING_EN } from "./en_page/ranking_words.ts";
import { SINGLE_FILE_EN } from "./en_page/single_file_words.ts";
import { TERM_EN } from "./en_page/term_words.ts";
import { ANSWER_ZH } from "./zh_page/answer_words.ts";
import { CLASS_MEANING_ZH } from "./zh_page/class_meaning_words.ts";
import { DEPTH_ZH } from "./zh_page/depth_words.ts";
import { FAMILY_ZH } from "./zh_page/family_words.ts";
import { FINDING_ZH } from "./zh_page/finding_words.ts";
import { FRAME_ZH } from "./zh_page/frame_words.ts";
import { HELP_ZH } from "./zh_page/help_words.ts";
import { MATRIX_ZH } from "./zh_page/matrix_words.ts";
import { MEASURE_MEANING_ZH } from "./zh_page/measure_meaning_words.ts";
import { ODDITY_ZH } from "./zh_page/oddity_words.ts";
import { OVERVIEW_ZH } from "./zh_page/overview_words.ts";
import { PREPROCESS_ZH } from "./zh_page/preprocess_words.ts";
import { RANKING_ZH } from "./zh_page/ranking_words.ts";
import { SINGLE_FILE_ZH } from "./zh_page/single_file_words.ts";
import { TERM_ZH } from "./zh_page/term_words.ts";
import { ENGLISH_COMPARE } from "./english_compare.ts";
import { ENGLISH_DATASET } from "./english_dataset.ts";
import { ENGLISH_OVERVIEW } from "./english_overview.ts";
import { ENGLISH_RULE } from "./english_rule.ts";
import { ENGLISH_SHARE } from "./english_share.ts";
import type { Translated } from "../plan/language.ts";
import type { SiteWords } from "./words.ts";

/** Everything that pages say, in every language. */
export const WORDS: Translated<SiteWords> = {
  en: {
    ...ENGLISH_COMPARE,
    ...ENGLISH_OVERVIEW,
    ...ENGLISH_DATASET,
    ...ENGLISH_RULE,
    ...ENGLISH_SHARE,
    answer: ANSWER_EN,
    classMeaning: CLASS_MEANING_EN,
    depth: DEPTH_EN,
    family: FAMILY_EN,
    finding: FINDING_EN,
    frame: FRAME_EN,
    help: HELP_EN,
    matrix: MATRIX_EN,
    measureMeaning: MEASURE_MEANING_EN,
    oddity: ODDITY_EN,
    overview: OVERVIEW_EN,
    preprocess: PREPROCESS_EN,
    ranking: RANKING_EN,
    singleFile: SINGLE_FILE_EN,
    term: TERM_EN,
  },
  "zh-CN": {
    ...CHINESE_COMPARE,
    ...CHINESE_OVERVIEW,
    ...CHINESE_DATASET,
    ...CHINESE_RULE,
    ...CHINESE_SHARE,
    answer: ANSWER_ZH,
    classMeaning: CLASS_MEANING_ZH,
    depth: DEPTH_ZH,
    family: FAMILY_ZH,
    finding: FINDING_ZH,
    frame: FRAME_ZH,
    help: HELP_ZH,
    matrix: MATRIX_ZH,
    measureMeaning: MEASURE_MEANING_ZH,
    oddity: ODDITY_ZH,
    overview: OVERVIEW_ZH,
    preprocess: PREPROCESS_ZH,
    ranking: RANKING_ZH,
    singleFile: SINGLE_FILE_ZH,
    term: TERM_ZH,
  },
};
