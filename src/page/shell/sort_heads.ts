import { HOOKS } from "../../site/hook/hooks.ts";
import { create, findAll } from "./dom.ts";

/** The heads of a table that it can be sorted by. */
export interface SortHeads {
  /** What they sort by. */
  readonly sorts: readonly string[];
  /** Says what the table is sorted by, and which way. */
  mark(sort: string, falls: boolean): void;
}

/** Makes the heads of a table buttons: `choose` is told what to sort by. */
export function openSortHeads(table: HTMLElement, choose: (sort: string) => void): SortHeads {
  const heads = findAll(HOOKS.sortHeads, table);
  for (const head of heads) {
    const button = create("button", { type: "button" }, ...head.childNodes);
    button.addEventListener("click", () => choose(head.dataset.sort!));
    head.append(button);
  }
  return {
    sorts: heads.map(({ dataset }) => dataset.sort!),
    mark: (sort, falls) => {
      for (const head of heads) {
        if (head.dataset.sort !== sort) head.removeAttribute("aria-sort");
        else head.setAttribute("aria-sort", falls ? "descending" : "ascending");
      }
    },
  };
}

/** Puts the rows of a table in an order; as long as they stand in it none is moved. */
export function placeRows(body: Element, rows: readonly Element[]): void {
  if (rows.some((row, i) => row !== body.children[i])) body.append(...rows);
}
