/** Lets steps be taken until it is closed. */
export interface StepGuard {
  /** Takes a step; one that comes after the end waits for ever, as the program is ending. */
  take(step: () => Promise<void>): Promise<void>;
  /** Ends it, when the steps that were taken have ended. */
  close(): Promise<void>;
}

/**
 * Keeps steps from running once what they write is discarded: a file that is being written, or is
 * still to be, would make its folder again.
 */
export function guardSteps(): StepGuard {
  let underWay: Promise<unknown> = Promise.resolve();
  let closed = false;
  return {
    take: (step) => {
      if (closed) return new Promise(() => {});
      const done = step();
      underWay = Promise.allSettled([underWay, done]);
      return done;
    },
    close: async () => {
      closed = true;
      await underWay;
    },
  };
}
