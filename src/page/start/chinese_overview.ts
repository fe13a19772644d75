import { CHINESE_OVERVIEW } from "../../words/chinese_overview.ts";
import { OVERVIEW_PAGES } from "./overview_pages.ts";
import { startFolderPage } from "./started_page.ts";

startFolderPage(CHINESE_OVERVIEW, OVERVIEW_PAGES);
