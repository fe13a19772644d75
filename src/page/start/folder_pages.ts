import { COMPARE_LINK } from "../compare/compare_link.ts";
import { LAYER_LINKS } from "../layer/layer_links.ts";
import { LAYER_PAGE } from "../layer/layer_page.ts";
import { MINIMAP } from "../minimap/minimap.ts";
import type { Page } from "../shell/page.ts";
import { EVERY_PAGE } from "./every_page.ts";

/** What the script does on the pages of layers. */
export const FOLDER_PAGES: readonly Page[] = [
  ...EVERY_PAGE,
  LAYER_PAGE,
  MINIMAP,
  COMPARE_LINK,
  LAYER_LINKS,
];
