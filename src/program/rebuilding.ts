import type { FileStates } from "../host/serve/file_states.ts";

/** What is done when something may have changed. */
export interface RebuildSteps {
  /** Looks at the files that count. */
  look(): Promise<FileStates>;
  /** Builds anew; it is told which files have changed, and none the first time. */
  build(changed: readonly string[]): Promise<void>;
}

/** What builds anew, one build at a time. */
export interface Rebuilding {
  /** Builds the first time; gives when that is done. */
  begin(): Promise<void>;
  /** Takes that something may have changed: looks soon, and builds anew where something has. */
  wake(): void;
}

// Editors and cameras write a file in several steps.
const SETTLE = 200; // ms

/** Lets changes be built: those that come while a build runs are built when it ends. */
export function openRebuilding({ look, build }: RebuildSteps, settle = SETTLE): Rebuilding {
  let seen: FileStates = new Map();
  let busy = true; // until the first has begun
  let waiting = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const buildChanged = async (isFirst: boolean): Promise<void> => {
    const states = await look();
    const changed = isFirst ? [] : listChanged(seen, states);
    seen = states;
    if (isFirst || changed.length > 0) await build(changed);
  };
  const work = async (isFirst: boolean): Promise<void> => {
    busy = true;
    waiting = false;
    await buildChanged(isFirst);
    busy = false;
    if (waiting) wake();
  };
  const wake = (): void => {
    waiting = true;
    if (busy) return;
    clearTimeout(timer);
    timer = setTimeout(() => void work(false), settle);
  };
  return { begin: () => work(true), wake };
}

function listChanged(before: FileStates, after: FileStates): string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path)).sort();
}
