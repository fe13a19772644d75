/** Finds the item so many behind another, no further than the first and the last; `undefined` where there is none. */
export function findAlong<Item>(items: readonly Item[], from: Item, by: number): Item | undefined {
  return items[Math.min(items.length - 1, Math.max(0, items.indexOf(from) + by))];
}

/** The same where the first stands behind the last. */
export function findAround<Item>(items: readonly Item[], from: Item, by: number): Item | undefined {
  return items[(items.indexOf(from) + by + items.length) % items.length];
}
