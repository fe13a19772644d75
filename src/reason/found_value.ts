/** What stands where a file should hold something else, as far as a message tells it. */
export type FoundValue =
  | { readonly kind: "missing" }
  | { readonly kind: "list"; readonly length: number }
  | { readonly kind: "object"; /** None where it is empty. */ readonly keys: string | null }
  | { readonly kind: "value"; /** As code. */ readonly text: string };

/** Names a value that was found, or that there is none. */
export function describeFound(found: FoundValue): string {
  switch (found.kind) {
    case "missing":
      return "missing";
    case "list":
      return found.length === 0 ? "an empty list" : `a list of ${found.length}`;
    case "object":
      return found.keys === null ? "an empty object" : `an object {${found.keys}}`;
    case "value":
      return found.text;
  }
}
