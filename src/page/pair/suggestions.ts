import search_terms from "../../../templates/layer/search_terms.hbs" with { type: "text" };
import { HOOKS } from "../../site/hook/hooks.ts";
import { compileTemplates } from "../../site/template.ts";
import { fill, findPart } from "../shell/dom.ts";
import { suggestSearches } from "./query_suggestions.ts";

/** What a search can become: the view of `search_terms.hbs`. */
export interface SearchTermsView {
  readonly searches: readonly string[];
}

const render = compileTemplates<{ readonly search_terms: SearchTermsView }>({ search_terms });

/** Lets a field suggest searches that are made of some terms, until the signal. */
export function openSuggestions(
  field: HTMLInputElement,
  terms: readonly string[],
  signal: AbortSignal,
): void {
  const list = findPart(HOOKS.searchTerms);
  field.addEventListener("input", () => {
    fill(list, render("search_terms", { searches: suggestSearches(field.value, terms) }));
  }, { signal });
}
