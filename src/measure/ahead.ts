/**
 * Does a task for each item, so many ahead of whoever takes what they give, which comes in the order
 * of the items. Whoever takes no more waits for those that were begun: what they work with may be
 * closed then.
 *
 * @param task It must not fail.
 */
export async function* doAhead<Item, Result>(
  items: Iterable<Item>,
  ahead: number,
  task: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const begun: Promise<Result>[] = [];
  try {
    for (const item of items) {
      begun.push(task(item));
      if (begun.length > ahead) yield await begun.shift()!;
    }
    while (begun.length > 0) yield await begun.shift()!;
  } finally {
    await Promise.all(begun);
  }
}
