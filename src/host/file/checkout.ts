import { existsSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { deno } from "../deno.ts";
import { isLeftOut } from "./git_rules.ts";

/**
 * Gives the path of a file that git pushes as it is, from where the user stands; null where it lies in
 * no work tree, is left out of it, or that cannot be told, as nobody is asked for the permission to
 * look.
 */
export async function findInCheckout(path: string): Promise<string | null> {
  for (let folder = dirname(path);; folder = dirname(folder)) {
    const mark = join(folder, ".git"); // a folder, or a file that names one
    const permission = await deno?.permissions.query({ name: "read", path: mark });
    if (permission && permission.state !== "granted") return null;
    if (existsSync(mark)) return isLeftOut(path, folder) ? null : relative("", path);
    if (dirname(folder) === folder) return null;
  }
}
