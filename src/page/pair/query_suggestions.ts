import { listTerms, type NamedWords } from "./query_names.ts";
import { simplify, splitTerms } from "./query_terms.ts";

/** What terms can be made of, beside what the words of the page name. */
export interface SuggestionContext {
  readonly words: NamedWords;
  /** What the page calls the measures of the layer. */
  readonly measures: Iterable<string>;
}

// As many as a list shows without being scrolled.
const MOST = 12;

/** Suggests searches in which the last term of one is completed, in the words of the page. */
export function suggestSearches(
  text: string,
  { words, measures }: SuggestionContext,
): readonly string[] {
  const last = /\s$/.test(text) ? "" : splitTerms(text).at(-1) ?? "";
  if (last === "") return [];
  const [, sign = "", part = ""] = /^([!！-]?)(.*)$/s.exec(last)!;
  const bare = (term: string): string => simplify(term).replaceAll('"', "");
  const names = [...measures].map((name) => `${name.replaceAll(" ", "-")}>`);
  const fitting = [...listTerms(words), ...names].filter((term) => {
    return bare(term).includes(bare(part)) && term !== part;
  });
  const before = text.slice(0, text.length - last.length) + sign;
  return fitting.slice(0, MOST).map((term) => before + term);
}
