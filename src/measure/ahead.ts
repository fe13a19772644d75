/**
 * Does a task for each item, so many ahead of whoever takes what they give, which comes in the order
 * of the items.
 *
 * @param task It must not fail.
 */
export async function* doAhead<Item, Result>(
  items: Iterable<Item>,
  ahead: number,
  task: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const begun: Promise<Result>[] = [];
  for (const item of items) {
    begun.push(task(item));
    if (begun.length > ahead) yield await begun.shift()!;
  }
  for (const result of begun) yield await result;
}
