import { CHINESE } from "../../words/chinese.ts";
import { OVERVIEW_PAGES } from "./overview_pages.ts";
import { startFolderPage } from "./started_page.ts";

startFolderPage(CHINESE, OVERVIEW_PAGES);
