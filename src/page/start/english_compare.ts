import { ENGLISH_COMPARE } from "../../words/english_compare.ts";
import { COMPARE_PAGE } from "../compare/compare_page.ts";
import { EVERY_PAGE } from "./every_page.ts";
import { startFolderPage } from "./started_page.ts";

startFolderPage(ENGLISH_COMPARE, [...EVERY_PAGE, COMPARE_PAGE]);
