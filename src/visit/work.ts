import type { Progress } from "../effects.ts";
import { addLoads, type Load, NO_LOAD } from "../forecast/loads.ts";

/** A step of the work. */
export interface WorkStep {
  /** What is being done; null for a part of a step, which is not told by itself. */
  readonly doing: string | null;
  /** How long it is expected to take. */
  readonly seconds: number;
}

/** The work, or a part of it: what is done of it is told. */
export interface Work {
  /** Takes a step: it is told as it begins, and counts as done when it ends, well or not. */
  step<Done>(step: WorkStep, task: () => Done | Promise<Done>): Promise<Done>;
  /** Does a part of the work; steps of it that are not taken are no more counted when it ends. */
  part<Done>(load: Load, task: (part: Work) => Promise<Done>): Promise<Done>;
}

/** Opens work of which the progress is told; steps may be taken side by side. */
export function openWork(load: Load, tell: (progress: Progress) => void): Work {
  let doing = "";
  let all = load;
  let done: Load = NO_LOAD;
  const say = (): void => {
    const seconds = { done: done.seconds, total: all.seconds };
    tell({ doing, done: done.steps, total: all.steps, seconds });
  };
  return openPart({
    begin: (what) => {
      doing = what;
      say();
    },
    spend: (spent) => {
      done = addLoads(done, spent);
      say();
    },
    drop: (dropped) => void (all = subtract(all, dropped)),
  });
}

/** Where it is counted what is done. */
interface Ledger {
  begin(doing: string): void;
  spend(load: Load): void;
  drop(load: Load): void;
}

function openPart(ledger: Ledger): Work {
  return {
    step: async ({ doing, seconds }, task) => {
      if (doing !== null) ledger.begin(doing);
      try {
        return await task();
      } finally {
        ledger.spend({ steps: doing === null ? 0 : 1, seconds });
      }
    },
    part: async (load, task) => {
      let settled = NO_LOAD;
      const settle = (way: (load: Load) => void) => (part: Load): void => {
        settled = addLoads(settled, part);
        way(part);
      };
      const { spend, drop } = ledger;
      try {
        return await task(openPart({ ...ledger, spend: settle(spend), drop: settle(drop) }));
      } finally {
        drop(subtract(load, settled));
      }
    },
  };
}

function subtract(from: Load, { steps, seconds }: Load): Load {
  return { steps: from.steps - steps, seconds: from.seconds - seconds };
}
