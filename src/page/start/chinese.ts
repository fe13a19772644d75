import { CHINESE } from "../../words/chinese.ts";
import { FOLDER_PAGES } from "./folder_pages.ts";
import { startFolderPage } from "./started_page.ts";

startFolderPage(CHINESE, FOLDER_PAGES);
