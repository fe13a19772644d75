import { CHINESE_COMPARE } from "../../words/chinese_compare.ts";
import { COMPARE_PAGE } from "../compare/compare_page.ts";
import { EVERY_PAGE } from "./every_page.ts";
import { startFolderPage } from "./started_page.ts";

startFolderPage(CHINESE_COMPARE, [...EVERY_PAGE, COMPARE_PAGE]);
