import { HOOKS } from "../../site/hook/hooks.ts";
import { findAll, findPart } from "../shell/dom.ts";
import { openSortHeads, placeRows } from "../shell/sort_heads.ts";
import { goesUpwards } from "./layer_columns.ts";

/** The table of the layers. */
export interface LayerTable {
  /** What it can be sorted by. */
  readonly sorts: readonly string[];
  /** Brings its rows into an order of their places, and says what they are sorted by. */
  sort(order: readonly number[], by: { readonly sort: string; readonly reversed: boolean }): void;
  /** Hides the rows of layers that are not found. */
  show(isFound: (place: number) => boolean): void;
}

/** Opens the table: its heads become buttons that sort it. */
export function openLayerTable(table: HTMLElement, sort: (by: string) => void): LayerTable {
  const body = findPart("tbody", table);
  const rows = findAll("tr", body);
  const heads = openSortHeads(table, sort);
  let marked: readonly HTMLElement[] = [];
  return {
    sorts: heads.sorts,
    sort: (order, by) => {
      placeRows(body, order.map((place) => rows[place]!));
      heads.mark(by.sort, goesUpwards(by.sort) === by.reversed);
      const cells = findAll(HOOKS.cellsOf(by.sort), body);
      for (const cell of marked) cell.classList.remove("is-sorted");
      for (const cell of cells) cell.classList.add("is-sorted");
      marked = cells;
    },
    show: (isFound) => rows.forEach((row, place) => row.hidden = !isFound(place)),
  };
}
