import type { Begun } from "./lanes.ts";
import type { Visit } from "./visit.ts";

/** Something that is done as a part of a visit. */
type Part<Result> = (visit: Visit) => Promise<Result>;

/** What is done for each of some items. */
export interface EachTask<Item, Result> {
  /** How many bytes of tensors it begins with. */
  readonly sizeOf: (item: Item) => number;
  readonly task: (item: Item, visit: Visit) => Promise<Result>;
}

/**
 * Begins a task for each item in a lane of the visit, one after the other as there is room. What
 * they give, and what they note as failures, comes in the order of the items, whichever ends first.
 */
export async function beginEach<Item, Result>(
  items: readonly Item[],
  { sizeOf, task }: EachTask<Item, Result>,
  visit: Visit,
): Promise<Begun<Result[]>> {
  const begun: HeldResult<Result>[] = [];
  for (const item of items) {
    const { own, tell } = holdFailures(visit);
    const { done } = await visit.lanes.begin(sizeOf(item), () => task(item, own));
    begun.push({ done, tell });
  }
  const done = collectInOrder(begun);
  done.catch(() => {}); // whoever waits for it is told
  return { done };
}

/** Does parts of a visit together; what they give and note comes in their order. */
export async function doTogether<Parts extends readonly Part<unknown>[]>(
  parts: readonly [...Parts],
  visit: Visit,
): Promise<{ -readonly [Place in keyof Parts]: Awaited<ReturnType<Parts[Place]>> }> {
  const begun = parts.map((part) => {
    const { own, tell } = holdFailures(visit);
    return { done: part(own), tell };
  });
  return await collectInOrder(begun) as Awaited<ReturnType<typeof doTogether<Parts>>>;
}

/** What something will give, and how what it noted is told. */
export interface HeldResult<Result> extends Begun<Result> {
  tell(): void;
}

/** Waits for all; then tells what they noted, and gives their results or the first error. */
export async function collectInOrder<Result>(
  begun: readonly HeldResult<Result>[],
): Promise<Result[]> {
  const ends = await Promise.allSettled(begun.map(({ done }) => done));
  for (const { tell } of begun) tell();
  return ends.map((end) => {
    if (end.status === "rejected") throw end.reason;
    return end.value;
  });
}

/** A visit whose failures wait. */
export interface HeldVisit {
  readonly own: Visit;
  /** Notes them. */
  tell(): void;
}

/** Holds failures back, so that they can be noted in the order of the plan. */
export function holdFailures(visit: Visit): HeldVisit {
  const held: Parameters<Visit["fail"]>[] = [];
  return {
    own: { ...visit, fail: (...failure) => void held.push(failure) },
    tell: () => held.forEach((failure) => visit.fail(...failure)),
  };
}
