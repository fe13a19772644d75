import type { RankingState } from "../../site/compare/ranking_state.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import { findAll, findPart } from "../shell/dom.ts";
import { orderByKeys } from "../shell/key_order.ts";
import { openSortHeads, placeRows } from "../shell/sort_heads.ts";

/** The layers of two models as a table that can be sorted. */
export interface RankedTable {
  sort(state: RankingState): void;
}

/** Takes hold of a table, and makes its heads buttons: `choose` is told what to sort by. */
export function openRankedTable(
  table: HTMLElement,
  choose: (by: RankingState["by"]) => void,
): RankedTable {
  const heads = openSortHeads(table, (by) => choose(by as RankingState["by"]));
  const body = findPart("tbody", table);
  const rows = findAll(HOOKS.rankedRows, table);
  return {
    sort: ({ by, reversed }) => {
      const falls = (by !== "graph") !== reversed;
      heads.mark(by, falls);
      const keys = rows.map((row) => parseKey(row.dataset[by]!));
      placeRows(body, orderByKeys(keys, !falls).map((place) => rows[place]!));
    },
  };
}

// Null where a row has no such number.
function parseKey(text: string): number | null {
  const key = parseFloat(text);
  return Number.isNaN(key) ? null : key;
}
