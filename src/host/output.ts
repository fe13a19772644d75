import { join, resolve } from "node:path";
import type { Output } from "../effects.ts";
import { guardOutput, makeDraft, removeTree, writeInto } from "./draft.ts";
import { describeFault } from "./fault.ts";

/**
 * Opens a folder for a report. It is written beside its place, and takes the
 * place of an earlier report only when it is whole.
 *
 * @throws {TypeError} If the place is taken by something that is no report.
 */
export async function openOutput(out: string): Promise<Output> {
  const place = resolve(out);
  await requireFree(place, out);
  const draft = await makeDraft(place, out);
  return guardOutput({
    write: (path, content) => writeInto(draft, path, content),
    commit: () => replace(place, draft),
    discard: () => removeTree(draft),
  });
}

async function requireFree(place: string, out: string): Promise<void> {
  const entries = await listEntries(place, out);
  if (entries === null || entries.length === 0) return;
  if (entries.includes("report.json") && await isReport(join(place, "report.json"))) return;
  throw new TypeError(
    `Cannot write report to "${out}": it holds other files; name an empty folder, ` +
      "a new one, or an earlier report",
  );
}

async function listEntries(place: string, out: string): Promise<string[] | null> {
  try {
    return (await Array.fromAsync(Deno.readDir(place))).map((entry) => entry.name);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    if (error instanceof Deno.errors.NotADirectory) {
      throw new TypeError(`Cannot write report to "${out}": it is a file`);
    }
    throw new Error(`Cannot write report to "${out}": ${describeFault(error)}`, { cause: error });
  }
}

async function isReport(path: string): Promise<boolean> {
  try {
    return JSON.parse(await Deno.readTextFile(path)).format === "convatlas-report";
  } catch {
    return false;
  }
}

// Renaming is the one step that readers of the old report can notice.
async function replace(place: string, draft: string): Promise<void> {
  await Deno.chmod(draft, 0o755); // temporary folders are private
  const earlier = `${draft}-earlier`;
  const existed = await listEntries(place, place) !== null;
  if (existed) await Deno.rename(place, earlier);
  try {
    await Deno.rename(draft, place);
  } catch (error) {
    if (existed) await Deno.rename(earlier, place);
    throw error;
  }
  if (existed) await removeTree(earlier);
}
