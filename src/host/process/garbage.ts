import v8 from "node:v8";
import vm from "node:vm";

/** What a collector of garbage is made of. */
export interface CollectorTools {
  /** Tells the time, in milliseconds. */
  now(): number;
  /** Finds what collects all garbage of this thread; null where nothing here does. */
  findCollect(): (() => void) | null;
}

/** Those of the thread that it is called in. */
export const THREAD_TOOLS: CollectorTools = { now: () => performance.now(), findCollect };

// Of a thread's time.
const MOST = 0.02;

// How long it takes, in milliseconds, before that is known.
const FIRST = 20;

/**
 * Gives what a thread calls where a job has ended: it collects all garbage as often as takes a fiftieth
 * of the time. What is left of each photo is little to the engine, which lets it lie, but keeps memory
 * of the runtime's and of what decodes: the more photos, the more.
 */
export function openCollector({ now, findCollect } = THREAD_TOOLS): () => void {
  let collect: (() => void) | null | undefined;
  let last = now();
  let took = FIRST;
  return () => {
    const began = now();
    if (began - last < took / MOST) return;
    if (collect === undefined) collect = findCollect();
    collect?.();
    last = now();
    took = last - began;
  };
}

// A context that is made while the flag is set has it.
function findCollect(): (() => void) | null {
  try {
    v8.setFlagsFromString("--expose-gc");
    const found: unknown = vm.runInNewContext("globalThis.gc");
    v8.setFlagsFromString("--no-expose-gc");
    return typeof found === "function" ? () => found() : null;
  } catch {
    return null; // garbage is collected when the engine does
  }
}
