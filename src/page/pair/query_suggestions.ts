import { simplify, splitTerms } from "./query_terms.ts";

// As many as a list shows without being scrolled.
const MOST = 12;

/** Lists terms that bound a number, by what the page calls it. */
export function boundNumbers(names: Iterable<string>): readonly string[] {
  return [...names].map((name) => `${name.replaceAll(" ", "-")}>`);
}

/** Suggests searches in which the last term of one is completed to one of those that are known. */
export function suggestSearches(text: string, terms: readonly string[]): readonly string[] {
  const last = /\s$/.test(text) ? "" : splitTerms(text).at(-1) ?? "";
  if (last === "") return [];
  const [, sign = "", part = ""] = /^([!！-]?)(.*)$/s.exec(last)!;
  const bare = (term: string): string => simplify(term).replaceAll('"', "");
  const fitting = terms.filter((term) => {
    return bare(term).includes(bare(part)) && term !== part;
  });
  const before = text.slice(0, text.length - last.length) + sign;
  return fitting.slice(0, MOST).map((term) => before + term);
}
