import type { SharePartWords } from "../../words/words.ts";
import { link } from "../shell/address.ts";
import { formatCompare } from "../sides/compare_state.ts";
import { openShareDialog } from "./share_dialog.ts";
import {
  shareComparedGrid,
  shareComparedPair,
  type SharedComparison,
} from "./shared_comparison.ts";
import { shareGrid, sharePair } from "./shared_layer.ts";
import type { SharedLayer } from "./layer_tiles.ts";

/** What shares a view with others: a script of its own, since few readers ask for it. */
export interface SharePart {
  /** Shares what a layer's page shows. */
  shareLayer(page: SharedLayer): void;
  /** Shares what the page that compares shows. */
  shareComparison(page: SharedComparison): void;
}

/** Makes the part that speaks in some words. */
export function openSharePart(words: SharePartWords): SharePart {
  const { share } = words;
  return {
    shareLayer: (page) => {
      const { context: { root, words: { tools } } } = page;
      const views = { pair: () => sharePair(page, share), grid: () => shareGrid(page, share) };
      openShareDialog({ close: tools.close, root, hash: page.hash, views }, words);
    },
    shareComparison: (page) => {
      const { root, words: { tools } } = page;
      const views = {
        pair: () => shareComparedPair(page, share),
        grid: () => shareComparedGrid(page, share),
      };
      const hash = link(formatCompare(page.state));
      openShareDialog({ close: tools.close, root, hash, views }, words);
    },
  };
}
