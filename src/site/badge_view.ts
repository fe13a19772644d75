import type { Words } from "../words/words.ts";

/** A quiet remark on a layer: the view of `badges.hbs`. */
export interface BadgeView {
  /** What stands for it in the data. */
  readonly id: string;
  readonly name: string;
  /** What it means; null where the word has to do. */
  readonly meaning: string | null;
}

/** Views a badge with its meaning. */
export function viewBadge(name: string, { badge }: Words): BadgeView {
  const known = Object.entries(badge).find(([id]) => id === name);
  return known ? { id: name, ...known[1] } : { id: name, name, meaning: null };
}
