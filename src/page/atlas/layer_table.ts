import { HOOKS } from "../../site/hook/hooks.ts";
import { create, findAll, findPart } from "../shell/dom.ts";
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
  const heads = findAll(HOOKS.sortHeads, table);
  for (const head of heads) {
    const button = create("button", { type: "button" }, ...head.childNodes);
    button.addEventListener("click", () => sort(head.dataset.sort!));
    head.append(button);
  }
  let marked: readonly HTMLElement[] = [];
  return {
    sorts: heads.map(({ dataset }) => dataset.sort!),
    sort: (order, by) => {
      body.append(...order.map((place) => rows[place]!));
      for (const head of heads) markHead(head, by);
      const cells = findAll(HOOKS.cellsOf(by.sort), body);
      for (const cell of marked) cell.classList.remove("is-sorted");
      for (const cell of cells) cell.classList.add("is-sorted");
      marked = cells;
    },
    show: (isFound) => rows.forEach((row, place) => row.hidden = !isFound(place)),
  };
}

function markHead(
  head: HTMLElement,
  { sort, reversed }: { readonly sort: string; readonly reversed: boolean },
): void {
  if (head.dataset.sort !== sort) head.removeAttribute("aria-sort");
  else head.setAttribute("aria-sort", goesUpwards(sort) === reversed ? "descending" : "ascending");
}
