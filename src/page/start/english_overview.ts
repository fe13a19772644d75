import { ENGLISH_OVERVIEW } from "../../words/english_overview.ts";
import { OVERVIEW_PAGES } from "./overview_pages.ts";
import { startFolderPage } from "./started_page.ts";

startFolderPage(ENGLISH_OVERVIEW, OVERVIEW_PAGES);
