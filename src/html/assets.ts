// @ts-types="../../build/asset.d.ts"
import chinese from "../../assets/report.zh-CN.js" with { type: "text" };
// @ts-types="../../build/asset.d.ts"
import chineseCompare from "../../assets/compare.zh-CN.js" with { type: "text" };
// @ts-types="../../build/asset.d.ts"
import englishCompare from "../../assets/compare.js" with { type: "text" };
// @ts-types="../../build/asset.d.ts"
import chineseOverview from "../../assets/overview.zh-CN.js" with { type: "text" };
// @ts-types="../../build/asset.d.ts"
import englishOverview from "../../assets/overview.js" with { type: "text" };
// @ts-types="../../build/asset.d.ts"
import english from "../../assets/report.js" with { type: "text" };
// @ts-types="../../build/asset.d.ts"
import chineseRule from "../../assets/rule.zh-CN.js" with { type: "text" };
// @ts-types="../../build/asset.d.ts"
import englishRule from "../../assets/rule.js" with { type: "text" };
// @ts-types="../../build/asset.d.ts"
import chineseDataset from "../../assets/dataset.zh-CN.js" with { type: "text" };
// @ts-types="../../build/asset.d.ts"
import englishDataset from "../../assets/dataset.js" with { type: "text" };
// @ts-types="../../build/asset.d.ts"
export { default as datasetStyle } from "../../assets/dataset.css" with { type: "text" };
// @ts-types="../../build/asset.d.ts"
export { default as drawings } from "../../assets/drawings.json" with { type: "text" };
// @ts-types="../../build/asset.d.ts"
import chineseShare from "../../assets/share.zh-CN.js" with { type: "text" };
// @ts-types="../../build/asset.d.ts"
import englishShare from "../../assets/share.js" with { type: "text" };
// @ts-types="../../build/asset.d.ts"
export { default as headScript } from "../../assets/head.js" with { type: "text" };
// @ts-types="../../build/asset.d.ts"
export { default as singleFileScript } from "../../assets/single_file.js" with { type: "text" };
// @ts-types="../../build/asset.d.ts"
export { default as style } from "../../assets/style.css" with { type: "text" };
import {
  type Language,
  nameCompareScript,
  nameDatasetScript,
  nameOverviewScript,
  nameRuleScript,
  nameScript,
  nameShareScript,
  type Translated,
} from "../plan/language.ts";

/** The script of the pages of layers of a language. */
export const SCRIPTS: Translated<string> = { en: english, "zh-CN": chinese };

// The script of the first page of a language and of those of models.
const OVERVIEW_SCRIPTS: Translated<string> = {
  en: englishOverview,
  "zh-CN": chineseOverview,
};

/** The script of the page of a language that compares. */
export const COMPARE_SCRIPTS: Translated<string> = {
  en: englishCompare,
  "zh-CN": chineseCompare,
};

/** The script of the rule and its plots, which the pages of layers load when they come near. */
export const RULE_SCRIPTS: Translated<string> = { en: englishRule, "zh-CN": chineseRule };

/** The script that shares a view, which pages load when a reader asks for it. */
export const SHARE_SCRIPTS: Translated<string> = { en: englishShare, "zh-CN": chineseShare };

/** The script of a dataset, which the pages of layers load in reports that have one. */
export const DATASET_SCRIPTS: Translated<string> = { en: englishDataset, "zh-CN": chineseDataset };

/** A script of pages, and what its file in `assets/` is named in a language. */
interface PageScript {
  readonly name: (language: Language) => string;
  readonly content: Translated<string>;
}

/** The script that only reports with a dataset hold. */
export const DATASET_SCRIPT: PageScript = { name: nameDatasetScript, content: DATASET_SCRIPTS };

/** The scripts of pages, in the order in which reports hold them. */
export const PAGE_SCRIPTS: readonly PageScript[] = [
  { name: nameScript, content: SCRIPTS },
  { name: nameOverviewScript, content: OVERVIEW_SCRIPTS },
  { name: nameCompareScript, content: COMPARE_SCRIPTS },
  { name: nameRuleScript, content: RULE_SCRIPTS },
  { name: nameShareScript, content: SHARE_SCRIPTS },
];
