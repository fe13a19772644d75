import { CHINESE_COMPARE } from "../../words/chinese_compare.ts";
import { CHINESE_OVERVIEW } from "../../words/chinese_overview.ts";
import { CHINESE_RULE } from "../../words/chinese_rule.ts";
import { ENGLISH_COMPARE } from "../../words/english_compare.ts";
import { ENGLISH_OVERVIEW } from "../../words/english_overview.ts";
import { CHINESE_SHARE } from "../../words/chinese_share.ts";
import { ENGLISH_RULE } from "../../words/english_rule.ts";
import { ENGLISH_SHARE } from "../../words/english_share.ts";
import { nameRuleScript, nameShareScript } from "../../plan/language.ts";
import { COMPARE_PAGE } from "../compare/compare_page.ts";
import { chooseWords } from "../shell/language.ts";
import { followChoice } from "../shell/translation.ts";
import { openEmbeddedFiles } from "../files/embedded_files.ts";
import { openReportFiles } from "../files/report_files.ts";
import { openRulePart } from "../rule/rule_part.ts";
import { openSharePart } from "../share/share_part.ts";
import { paintSlicesOnLoad } from "../single_file/painted_slices.ts";
import { startSingleFile } from "../single_file/single_file.ts";
import { FOLDER_PAGES } from "./folder_pages.ts";
import { OVERVIEW_PAGES } from "./overview_pages.ts";
import type { AllPageWords } from "../../words/words.ts";
import type { Page } from "../shell/page.ts";
import { awaitDocument, startPage } from "./started_page.ts";

const PARTS = Object.fromEntries([
  ...[ENGLISH_RULE, CHINESE_RULE].map((words) =>
    [nameRuleScript(words.language), openRulePart(words)] as const
  ),
  ...[ENGLISH_SHARE, CHINESE_SHARE].map((words) =>
    [nameShareScript(words.language), openSharePart(words)] as const
  ),
]);

// A report in one file has all pages of all languages, and one script.
const PAGES: readonly Page<AllPageWords>[] = [
  ...new Set([...OVERVIEW_PAGES, ...FOLDER_PAGES, COMPARE_PAGE]),
];

const TRANSLATIONS: readonly AllPageWords[] = [
  { ...ENGLISH_COMPARE, ...ENGLISH_OVERVIEW },
  { ...CHINESE_COMPARE, ...CHINESE_OVERVIEW },
];

awaitDocument(() => {
  const embedded = openEmbeddedFiles();
  if (embedded === null) return;
  const files = paintSlicesOnLoad(openReportFiles(embedded, PARTS), embedded);
  startSingleFile(embedded, files, (signal) => {
    startPage(PAGES, { words: chooseWords(TRANSLATIONS), files }, signal);
  });
  followChoice();
});
