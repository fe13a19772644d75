import type { SharePartWords, Words } from "../../words/words.ts";
import { link } from "../shell/address.ts";
import { findPart } from "../shell/dom.ts";
import { formatCompare } from "../sides/compare_state.ts";
import { openShareDialog, type ShareChoice } from "./share_dialog.ts";
import { shareAtlas, type SharedAtlas } from "./shared_atlas.ts";
import type { SharedComparison } from "./compared_pictures.ts";
import { shareComparedGrid, shareComparedPair } from "./shared_comparison.ts";
import { shareGrid, sharePair } from "./shared_layer.ts";
import type { SharedLayer } from "./layer_tiles.ts";
import { type SharedRanking, shareRanking } from "./shared_ranking.ts";
import { type SharedTrio, shareTrio } from "./shared_trio.ts";

/** What shares a view with others: a script of its own, since few readers ask for it. */
export interface SharePart {
  /** Shares what a layer's page shows. */
  shareLayer(page: SharedLayer): void;
  /** Shares two layers that are compared. */
  shareComparison(page: SharedComparison): void;
  /** Shares the layers of models that are compared. */
  shareRanking(page: SharedRanking): void;
  /** Shares the page of a model. */
  shareAtlas(page: SharedAtlas): void;
  /** Shares the first page. */
  shareTrio(page: SharedTrio): void;
}

/** Makes the part that speaks in some words. */
export function openSharePart(words: SharePartWords): SharePart {
  const { share } = words;
  const { pair, grid } = share.choices;
  const open = (
    { root, hash, words: { tools: { close } } }: SharedPage,
    ...choices: readonly ShareChoice[]
  ): void => openShareDialog({ close, root, hash, choices }, words);
  return {
    shareLayer: (page) =>
      open(
        { ...page.context, hash: page.hash },
        { name: pair, make: () => sharePair(page, share) },
        { name: grid, make: () => shareGrid(page, share) },
      ),
    shareComparison: (page) =>
      open(
        { ...page, hash: link(formatCompare(page.state)) },
        { name: pair, make: () => shareComparedPair(page, share) },
        { name: grid, make: () => shareComparedGrid(page, share) },
      ),
    shareRanking: (page) =>
      open(
        page,
        ...page.rankings.map((ranking) => {
          const name = findPart("h2", ranking).textContent!;
          return { name, make: () => shareRanking(page, ranking) };
        }),
      ),
    shareAtlas: (page) => open(page, { name: "", make: () => shareAtlas(page) }),
    shareTrio: (page) => open(page, { name: "", make: () => shareTrio(page, share) }),
  };
}

/** What is known of every page of which something is shared. */
interface SharedPage {
  readonly words: Words;
  readonly root: string;
  /** What is shown, as the end of an address. */
  readonly hash: string;
}
