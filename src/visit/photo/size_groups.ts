/** Groups items in their order, each group of no more than `most` bytes but for one that is larger alone. */
export function groupBySize<Item>(
  items: readonly Item[],
  sizeOf: (item: Item) => number,
  most: number,
): Item[][] {
  const groups: Item[][] = [];
  let held = Infinity;
  for (const item of items) {
    const bytes = sizeOf(item);
    held += bytes;
    if (held <= most) groups.at(-1)!.push(item);
    else [held] = [bytes, groups.push([item])];
  }
  return groups;
}
