import search_terms from "../../../templates/layer/search_terms.hbs" with { type: "text" };
import { HOOKS } from "../../site/hook/hooks.ts";
import { nameMeasures } from "../../site/measure_columns.ts";
import { compileTemplates } from "../../site/template.ts";
import { fill, find } from "../shell/dom.ts";
import type { PanelContext } from "./panel_context.ts";
import { suggestSearches } from "./query_suggestions.ts";

/** What a search can become: the view of `search_terms.hbs`. */
export interface SearchTermsView {
  readonly searches: readonly string[];
}

const render = compileTemplates<{ readonly search_terms: SearchTermsView }>({ search_terms });

/** Lets the search suggest what it understands, and calls with Enter, until the signal. */
export function openSearchField(
  { data, words, signal }: Pick<PanelContext, "data" | "words" | "signal">,
  enter: () => void,
): void {
  const field = find<HTMLInputElement>(HOOKS.control("q"));
  const terms = find(HOOKS.searchTerms);
  if (field === null || terms === null) return;
  const measures = [...nameMeasures(data, words).values()];
  field.addEventListener("input", () => {
    const searches = suggestSearches(field.value, { words, measures });
    fill(terms, render("search_terms", { searches }));
  }, { signal });
  field.form?.addEventListener("submit", enter, { signal });
}
