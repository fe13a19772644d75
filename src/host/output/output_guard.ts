import type { Output } from "../../effects.ts";
import { guardSteps } from "./step_guard.ts";

/** Keeps steps of an output from running once it is discarded. */
export function guardOutput(steps: Output): Output {
  const { take, close } = guardSteps();
  return {
    requireRoom: (bytes, aside) => take(() => steps.requireRoom(bytes, aside)),
    write: (path, content) => take(() => steps.write(path, content)),
    append: (path, content) => take(() => steps.append(path, content)),
    remove: (folder) => take(() => steps.remove(folder)),
    setAside: (value) => steps.setAside(value),
    commit: () => take(() => steps.commit()),
    discard: async () => {
      await close();
      await steps.discard();
    },
  };
}
