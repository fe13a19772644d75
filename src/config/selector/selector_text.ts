import { excerpt } from "../problem/excerpt.ts";

/** A selector, taken apart. */
export type Selector =
  & { readonly text: string; readonly excludes: boolean }
  & (
    | { readonly kind: "position"; readonly position: number } // negative: from the end
    | { readonly kind: "op"; readonly glob: string }
    | { readonly kind: "name"; readonly glob: string }
  );

/**
 * The pattern of a selector; its groups are the exclusion, the position, the operator's glob and
 * the name's glob.
 */
export const selectorPattern: RegExp = /^(!?)(?:#(-?\d+)|op:([\s\S]+)|(?!!|#|op:)([\s\S]+))$/;

/** What messages say a selector is. */
export const selectorSyntax =
  'a node name, a glob, "#" and an integer, or "op:" and an operator, at most one "!" before it';

/** Parses the text of a selector. */
export function parseSelector(text: string): Selector {
  const match = selectorPattern.exec(text);
  if (match === null) {
    throw new SyntaxError(`Cannot parse selector ${excerpt(text)}: expected ${selectorSyntax}`);
  }
  const [, mark, position, op, name = ""] = match;
  const shared = { text, excludes: mark === "!" };
  if (position !== undefined) return { ...shared, kind: "position", position: Number(position) };
  if (op !== undefined) return { ...shared, kind: "op", glob: op };
  return { ...shared, kind: "name", glob: name };
}
