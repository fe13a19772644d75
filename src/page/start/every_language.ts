import { WORDS } from "../../words/translations.ts";
import { startScript } from "./main.ts";

// A report in one file has the pages of all languages, and one script.
startScript(Object.values(WORDS));
