import { rename, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { isTallyHead } from "../../tally/tally_file.ts";
import { describeFault } from "../file/fault.ts";
import { cleanOnInterrupt } from "../process/interrupt.ts";
import { findDead, makeDraft } from "./draft.ts";
import { requireOwnFile } from "./own_file.ts";
import { findPlace } from "./place.ts";

/** The place of a tally that is still to be made. */
export interface TallyOutput extends AsyncDisposable {
  /** Writes it, whole: until then what is there is as it was. */
  write(text: string): Promise<void>;
}

/**
 * Opens the place of a tally. Another run may write the same one meanwhile: each has a draft of its
 * own, and what killed ones left goes.
 *
 * @throws {TypeError} If another file stands there.
 * @throws {Error} If nothing can be written there.
 */
export async function openTallyOutput(out: string): Promise<TallyOutput> {
  await requireOwnFile(out, isTallyHead);
  const place = await findPlace(out, "tally");
  for (const dead of await findDead(place)) await dead.remove();
  const draft = await makeDraft(place, out, "tally");
  cleanOnInterrupt(() => draft.remove());
  return {
    write: async (text) => {
      const file = join(draft.folder, basename(place));
      try {
        await writeFile(file, text);
        await rename(file, place);
      } catch (cause) {
        throw new Error(`Cannot write tally to "${out}": ${describeFault(cause)}`, { cause });
      }
    },
    [Symbol.asyncDispose]: () => draft.remove(),
  };
}
