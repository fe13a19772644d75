import { CHINESE } from "../../words/chinese.ts";
import { ENGLISH } from "../../words/english.ts";
import { COMPARE_PAGE } from "../compare/compare_page.ts";
import { chooseWords } from "../shell/language.ts";
import { followChoice } from "../shell/translation.ts";
import { startSingleFile } from "../single_file/single_file.ts";
import { FOLDER_PAGES } from "./folder_pages.ts";
import { awaitDocument, startPage } from "./started_page.ts";

// A report in one file has all pages of all languages, and one script.
const PAGES = [...FOLDER_PAGES, COMPARE_PAGE];

awaitDocument((files) => {
  if (files.embedded === null) return;
  startSingleFile(files.embedded, files, (signal) => {
    startPage(PAGES, { words: chooseWords([ENGLISH, CHINESE]), files }, signal);
  });
  followChoice();
});
