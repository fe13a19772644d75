import { ENGLISH } from "../../words/english.ts";
import { COMPARE_PAGE } from "../compare/compare_page.ts";
import { startFolderPage } from "./started_page.ts";

startFolderPage(ENGLISH, [COMPARE_PAGE]);
