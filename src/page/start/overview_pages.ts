import { SEEN_ODDITIES } from "../oddity/seen_oddities.ts";
import type { OverviewPageWords } from "../../words/words.ts";
import { ATLAS_PAGE } from "../atlas/atlas_page.ts";
import { FIRST_PAGE } from "../first/first_page.ts";
import type { Page } from "../shell/page.ts";
import { EVERY_PAGE } from "./every_page.ts";

/** What the script does on the first page and on those of models. */
export const OVERVIEW_PAGES: readonly Page<OverviewPageWords>[] = [
  ...EVERY_PAGE,
  FIRST_PAGE,
  ATLAS_PAGE,
  SEEN_ODDITIES,
];
