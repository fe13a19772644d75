/** Where tasks are done side by side: as many as keep a crew busy, and as fit into memory. */
export interface Lanes {
  /** Lets one after the other read and run what it begins tasks with, so that it is there once. */
  feed<Result>(feeder: () => Promise<Result>): Promise<Result>;
  /** Begins a task as soon as there is room for it, and for the bytes that it holds. */
  begin<Result>(bytes: number, task: () => Promise<Result>): Promise<Begun<Result>>;
}

/** What has begun. */
export interface Begun<Result> {
  readonly done: Promise<Result>;
}

// Of tensors that tasks begin with; each is there a few times, as pictures and numbers are made of it.
const MOST_BYTES = 1 << 26;

/** Opens lanes for so many tasks. */
export function openLanes(breadth: number): Lanes {
  let [busy, held] = [0, 0];
  const waiting: (() => void)[] = [];
  const fits = (bytes: number): boolean =>
    busy === 0 || (busy < breadth && held + bytes <= MOST_BYTES);
  const enter = (bytes: number): void => {
    busy++;
    held += bytes;
  };
  const leave = (bytes: number): void => {
    busy--;
    held -= bytes;
    for (const wake of waiting.splice(0)) wake();
  };
  let fed: Promise<unknown> = Promise.resolve();
  return {
    feed: (feeder) => {
      const own = fed.then(feeder);
      fed = own.catch(() => {});
      return own;
    },
    begin: async (bytes, task) => {
      while (!fits(bytes)) await new Promise<void>((resolve) => waiting.push(resolve));
      enter(bytes);
      const done = task().finally(() => leave(bytes));
      done.catch(() => {}); // whoever waits for it is told
      return { done };
    },
  };
}
