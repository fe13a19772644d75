/** Splits a search into its terms. Quotes may stand around a word or around what follows an operator. */
export function splitTerms(text: string): readonly string[] {
  return text.match(/(?:"[^"]*"?|[^\s"])+/g) ?? [];
}

/** Brings a name to the form in which names are compared. */
export function simplify(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, "");
}
