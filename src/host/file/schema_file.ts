import { stat } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { VERSION } from "../../version.ts";

// Where the program is installed for a project, and where it is developed.
const PLACES = [
  "node_modules/convatlas/schemas/config.schema.json",
  "src/config/config.schema.json",
];

const PUBLISHED = `https://unpkg.com/convatlas@${VERSION}/schemas/config.schema.json`;

/**
 * Finds the JSON Schema of configs in a folder or above it, as a config in that folder names it;
 * elsewhere, where it is published. Nothing is fetched: editors do so.
 */
export async function findSchema(folder: string): Promise<string> {
  for (let above = folder;; above = dirname(above)) {
    for (const place of PLACES) {
      const path = join(above, place);
      if (await isFile(path)) return writePath(relative(folder, path));
    }
    if (dirname(above) === above) return PUBLISHED;
  }
}

async function isFile(path: string): Promise<boolean> {
  return await stat(path).then((state) => state.isFile(), () => false);
}

function writePath(path: string): string {
  const written = path.replaceAll(sep, "/");
  return written.startsWith(".") ? written : `./${written}`;
}
