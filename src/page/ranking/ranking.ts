import {
  formatRanking,
  parseRanking,
  type RankingState,
} from "../../site/compare/ranking_state.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import type { ComparePageWords } from "../../words/words.ts";
import { listenToSharing } from "../share/share_loader.ts";
import { link, readState, writeState } from "../shell/address.ts";
import { findAll } from "../shell/dom.ts";
import { openRankedPictures, type RankedContext } from "./ranked_pictures.ts";
import { openRankedTable } from "./ranked_table.ts";

/** Models that are compared, layer by layer. */
export interface LayerRanking {
  /** Shows the layers as the address says. */
  restore(): void;
}

/** What stands around models that are compared. */
export interface RankingContext extends RankedContext {
  readonly words: ComparePageWords;
}

/** Takes hold of the layers of models that are compared. */
export function openRanking(place: HTMLElement, context: RankingContext): LayerRanking {
  let state = parseRanking(readState());
  const show = openControls(place, context.signal, (to) => {
    state = { ...state, ...to(state) };
    writeState(formatRanking(state), "push");
    show(state);
  });
  openRankedPictures(place, context);
  listenToSharing(context, context.signal, (part) => {
    if (place.hidden) return;
    const rankings = findAll(HOOKS.ranking, place);
    part.shareRanking({ ...context, rankings, hash: link(formatRanking(state)) });
  });
  return {
    restore: () => {
      state = parseRanking(readState());
      show(state);
    },
  };
}

/** What becomes of the order and the unit of layers. */
type Change = (state: RankingState) => Partial<RankingState>;

/** Takes hold of what layers are sorted and measured by, and gives what shows it. */
function openControls(
  place: HTMLElement,
  signal: AbortSignal,
  change: (to: Change) => void,
): (state: RankingState) => void {
  const tables = findAll(HOOKS.rankedTables, place).map((table) =>
    openRankedTable(table, (by) => {
      change((state) => ({ by, reversed: by === state.by && !state.reversed }));
    })
  );
  const units = findAll<HTMLInputElement>(HOOKS.errorUnits, place);
  place.addEventListener("change", ({ target }) => {
    const { value } = target as HTMLInputElement;
    change(() => ({ unit: value as RankingState["unit"] }));
  }, { signal });
  return (state) => {
    for (const table of tables) table.sort(state);
    for (const unit of units) unit.checked = unit.value === state.unit;
  };
}
