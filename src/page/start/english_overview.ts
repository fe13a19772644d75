import { ENGLISH } from "../../words/english.ts";
import { OVERVIEW_PAGES } from "./overview_pages.ts";
import { startFolderPage } from "./started_page.ts";

startFolderPage(ENGLISH, OVERVIEW_PAGES);
