import sum_terms from "../../../templates/panel/sum_terms.hbs" with { type: "text" };
import { compileTemplates } from "../../site/template.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import type { CellSumText } from "./cell_sum.ts";
import { fill, find, tell } from "../shell/dom.ts";

/** What adds up to a cell: the view of `sum_terms.hbs`. */
export interface SumTermsView {
  readonly terms: readonly { readonly text: string; readonly number: string }[];
}

const render = compileTemplates<{ readonly sum_terms: SumTermsView }>({ sum_terms });

/** Shows what adds up to a cell, a number a line; nothing where its value is not known. */
export function showSum(sum: CellSumText | null): void {
  const { rows = [], total = "", notes = [] } = sum ?? {};
  const terms = rows.map(({ name, number }, i) => ({
    text: `${i > 0 ? "+ " : ""}${name}`,
    number,
  }));
  const place = find(HOOKS.out("terms"));
  if (place) fill(place, render("sum_terms", { terms }));
  tell("value", total);
  tell("sum-notes", notes.map((note) => ` ${note}`).join(""));
}
