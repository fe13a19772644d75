// @ts-types="../../build/asset.d.ts"
import chinese from "../../assets/report.zh-CN.js" with { type: "text" };
// @ts-types="../../build/asset.d.ts"
import english from "../../assets/report.js" with { type: "text" };
// @ts-types="../../build/asset.d.ts"
export { default as headScript } from "../../assets/head.js" with { type: "text" };
// @ts-types="../../build/asset.d.ts"
export { default as singleFileScript } from "../../assets/single_file.js" with { type: "text" };
// @ts-types="../../build/asset.d.ts"
export { default as style } from "../../assets/style.css" with { type: "text" };
import type { Translated } from "../plan/language.ts";

/** The script of the pages of each language. */
export const SCRIPTS: Translated<string> = { en: english, "zh-CN": chinese };
