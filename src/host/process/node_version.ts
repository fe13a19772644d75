import process from "node:process";

/** What the program needs of Node; Deno says that it is a newer one. */
export const OLDEST_NODE = "22.12.0";

/**
 * Makes sure that the program runs on a Node that has what it uses.
 *
 * @throws {Error} If it is older.
 */
export function requireNode(version: string = process.versions.node): void {
  if (compareVersions(version, OLDEST_NODE) >= 0) return;
  throw new Error(
    `Cannot run on Node ${version}: convatlas needs ${OLDEST_NODE} or later, or Deno 2.9`,
  );
}

function compareVersions(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}
