import { lstat, realpath } from "node:fs/promises";
import { resolve } from "node:path";
import { isMissing } from "../file/fault.ts";

/**
 * Finds where a report, or something else, goes. A link is followed: what it leads to is replaced, not the link.
 *
 * @throws {TypeError} If it leads nowhere.
 */
export async function findPlace(out: string, what = "report"): Promise<string> {
  const place = resolve(out);
  try {
    return await realpath(place);
  } catch (error) {
    if (!isMissing(error)) return place;
    if (!await isLink(place)) return place;
    throw new TypeError(`Cannot write ${what} to "${out}": it is a link that leads nowhere`);
  }
}

async function isLink(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isSymbolicLink();
  } catch {
    return false;
  }
}
