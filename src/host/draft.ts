import { basename, dirname, join } from "node:path";
import type { Output } from "../effects.ts";
import { describeFault } from "./fault.ts";

/** Makes a folder beside a place, for what will take the place. */
export async function makeDraft(place: string, out: string): Promise<string> {
  try {
    const parent = dirname(place);
    await Deno.mkdir(parent, { recursive: true });
    return await Deno.makeTempDir({ dir: parent, prefix: `.${basename(place)}-` });
  } catch (cause) {
    throw new Error(`Cannot write report to "${out}": ${describeFault(cause)}`, { cause });
  }
}

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
    write: (path, content) => take(() => steps.write(path, content)),
    commit: () => take(() => steps.commit()),
    discard: async () => {
      discarded = true;
      await underWay;
      await steps.discard();
    },
  };
}

/** Writes a file of a draft, with the folders above it. */
export async function writeInto(
  draft: string,
  path: string,
  content: Uint8Array | string,
): Promise<void> {
  const file = join(draft, path);
  await Deno.mkdir(dirname(file), { recursive: true });
  if (typeof content === "string") await Deno.writeTextFile(file, content);
  else await Deno.writeFile(file, content);
}

/** Removes a folder with all that it holds, where there is one. */
export async function removeTree(path: string): Promise<void> {
  try {
    await Deno.remove(path, { recursive: true });
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}
