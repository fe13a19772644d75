import { readFile } from "node:fs/promises";
import { join } from "node:path";

// Names that are neither hidden nor lead upwards.
const PATH = /^(?:\/[^./\\\0][^/\\\0]*)*\/?$/;

/** Finds the text of the page that an address leads to in a folder; null where it leads to something else. */
export async function findPage(folder: string, pathname: string): Promise<string | null> {
  const path = decodePath(pathname);
  if (path === null || !PATH.test(path)) return null;
  const file = path.endsWith("/") ? `${path}index.html` : path;
  if (!file.endsWith(".html")) return null;
  return await readFile(join(folder, file), "utf8").catch(() => null);
}

function decodePath(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}
