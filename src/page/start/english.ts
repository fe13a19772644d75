import { ENGLISH } from "../../words/english.ts";
import { FOLDER_PAGES } from "./folder_pages.ts";
import { startFolderPage } from "./started_page.ts";

startFolderPage(ENGLISH, FOLDER_PAGES);
