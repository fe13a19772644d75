import { CHINESE } from "../../words/chinese.ts";
import { COMPARE_PAGE } from "../compare/compare_page.ts";
import { startFolderPage } from "./started_page.ts";

startFolderPage(CHINESE, [COMPARE_PAGE]);
