// Behind a sign, but neither within a number nor where a line may end anyway.
const BREAK = /(?<=[/_.])(?![/_.\s]|(?<=\d\.)\d)/;

/** Breaks a name, or what holds names, behind `/`, `_` and `.`: where a line may end. */
export function breakName(name: string): readonly string[] {
  return name.split(BREAK);
}
