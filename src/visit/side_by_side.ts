import type { Visit } from "./visit.ts";

type Told = Parameters<Visit["fail"]>;

/**
 * Does a task for each item, as many side by side as keep the crew busy. What they give, and what
 * they note as failures, comes in the order of the items, whichever ends first.
 */
export async function doSideBySide<Item, Result>(
  items: readonly Item[],
  visit: Visit,
  task: (item: Item, visit: Visit) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const told: Told[][] = items.map(() => []);
  const queue = [...items.entries()];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [i, item] = next;
      const own = { ...visit, fail: (...each: Told) => void told[i]!.push(each) };
      results[i] = await task(item, own).catch((error) => {
        queue.length = 0;
        throw error;
      });
    }
  };
  const lanes = Math.min(visit.effects.crew.breadth, items.length);
  const ends = await Promise.allSettled(Array.from({ length: lanes }, work));
  for (const failure of told.flat()) visit.fail(...failure);
  for (const end of ends) if (end.status === "rejected") throw end.reason;
  return results;
}
