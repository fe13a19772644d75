import type { Translated } from "./language.ts";

const en = {
  script:
    "This report is one file, and a script in it shows its pages. Let scripts run to read it, " +
    "or ask for the report as a folder: its pages need no script.",
};

/** The words of a report in one file, around its pages. */
export type SingleFileWords = typeof en;

const zh: SingleFileWords = {
  script:
    "本报告是单个文件，其页面由文件内的脚本显示。请允许脚本运行，或索取文件夹形式的报告：那些页面无需脚本。",
};

/** The words of a report in one file, in every language. */
export const SINGLE_FILE_WORDS: Translated<SingleFileWords> = { en, "zh-CN": zh };
