import { HOOKS } from "../../site/hook/hooks.ts";
import { nameMeasures } from "../../site/measure_columns.ts";
import { find } from "../shell/dom.ts";
import type { PanelContext } from "./panel_context.ts";
import { listTerms, writeTerm } from "./query_names.ts";
import { boundNumbers } from "./query_suggestions.ts";
import { openSuggestions } from "./suggestions.ts";

/** Lets the search suggest what it understands, and calls with Enter, until the signal. */
export function openSearchField(
  { data, words, signal }: Pick<PanelContext, "data" | "words" | "signal">,
  enter: () => void,
): void {
  const field = find<HTMLInputElement>(HOOKS.control("q"));
  if (field === null) return;
  const measures = nameMeasures(data, words).values();
  const labels = (data.labels ?? []).map((label) => writeTerm(words.query.keys.label, label));
  openSuggestions(field, [...listTerms(words), ...labels, ...boundNumbers(measures)], signal);
  field.form?.addEventListener("submit", enter, { signal });
}
