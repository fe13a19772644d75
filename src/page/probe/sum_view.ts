import type { CellSumText } from "./cell_sum.ts";
import { create, find, tell } from "../shell/dom.ts";

/** Shows what adds up to a cell, a number a line; nothing where its value is not known. */
export function showSum(sum: CellSumText | null): void {
  const { rows = [], total = "", notes = [] } = sum ?? {};
  find('[data-out="terms"]')?.replaceChildren(...rows.map(({ name, number }, i) => {
    const text = `${i > 0 ? "+ " : ""}${name}`;
    return number === ""
      ? create("span", {}, `${text} `)
      : create("span", {}, `${text} `, create("b", {}, number), " ");
  }));
  tell("value", total);
  tell("sum-notes", notes.map((note) => ` ${note}`).join(""));
}
