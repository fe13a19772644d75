/** The class of a heading by the length of its text. */
export type NameSize = "short" | "long" | "longer";

/** Sizes a heading: node names can be as long as a path. */
export function sizeName(name: string): NameSize {
  if (name.length <= 16) return "short";
  return name.length <= 36 ? "long" : "longer";
}
