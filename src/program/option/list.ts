/** Adds to a list, which is given at once, with commas between, or by the same option again. */
export function addToList(text: string, before: unknown): string[] {
  return [...Array.isArray(before) ? before : [], ...splitList(text)];
}

// Not at the commas of a glob such as `conv{1,2}`.
function splitList(text: string): string[] {
  return text.split(/,(?![^{[]*[}\]])/).map((item) => item.trim()).filter((item) => item !== "");
}
