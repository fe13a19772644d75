import type { Output } from "../../effects.ts";

/**
 * Keeps steps from running once the output is discarded: a file that is being
 * written, or is still to be, would make its folder again.
 */
export function guardOutput(steps: Output): Output {
  let underWay: Promise<unknown> = Promise.resolve();
  let discarded = false;
  const take = (step: () => Promise<void>): Promise<void> => {
    if (discarded) return new Promise(() => {}); // the program is ending
    const done = step();
    underWay = Promise.allSettled([underWay, done]);
    return done;
  };
  return {
    requireRoom: (bytes) => take(() => steps.requireRoom(bytes)),
    write: (path, content) => take(() => steps.write(path, content)),
    append: (path, content) => take(() => steps.append(path, content)),
    remove: (folder) => take(() => steps.remove(folder)),
    setAside: (value) => steps.setAside(value),
    commit: () => take(() => steps.commit()),
    discard: async () => {
      discarded = true;
      await underWay;
      await steps.discard();
    },
  };
}
