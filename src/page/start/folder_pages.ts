import { COMPARE_LINK } from "../compare/compare_link.ts";
import { LAYER_LINKS } from "../layer/layer_links.ts";
import { LAYER_PAGE } from "../layer/layer_page.ts";
import { SEEN_ODDITIES } from "../oddity/seen_oddities.ts";
import type { Page } from "../shell/page.ts";

/** What the script does on all kinds of pages but the one that compares. */
export const FOLDER_PAGES: readonly Page[] = [
  LAYER_PAGE,
  COMPARE_LINK,
  LAYER_LINKS,
  SEEN_ODDITIES,
];
