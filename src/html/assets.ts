// @ts-types="../../build/asset.d.ts"
import chinese from "../../assets/report.zh-CN.js" with { type: "text" };
// @ts-types="../../build/asset.d.ts"
import chineseCompare from "../../assets/compare.zh-CN.js" with { type: "text" };
// @ts-types="../../build/asset.d.ts"
import englishCompare from "../../assets/compare.js" with { type: "text" };
// @ts-types="../../build/asset.d.ts"
import english from "../../assets/report.js" with { type: "text" };
// @ts-types="../../build/asset.d.ts"
import chineseRule from "../../assets/rule.zh-CN.js" with { type: "text" };
// @ts-types="../../build/asset.d.ts"
import englishRule from "../../assets/rule.js" with { type: "text" };
// @ts-types="../../build/asset.d.ts"
export { default as headScript } from "../../assets/head.js" with { type: "text" };
// @ts-types="../../build/asset.d.ts"
export { default as singleFileScript } from "../../assets/single_file.js" with { type: "text" };
// @ts-types="../../build/asset.d.ts"
export { default as style } from "../../assets/style.css" with { type: "text" };
import type { Translated } from "../plan/language.ts";

/** The script of all pages of a language but the one that compares. */
export const SCRIPTS: Translated<string> = { en: english, "zh-CN": chinese };

/** The script of the page of a language that compares. */
export const COMPARE_SCRIPTS: Translated<string> = {
  en: englishCompare,
  "zh-CN": chineseCompare,
};

/** The script of the rule and its plots, which the pages of layers load when they come near. */
export const RULE_SCRIPTS: Translated<string> = { en: englishRule, "zh-CN": chineseRule };
