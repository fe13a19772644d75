import { basename } from "node:path";
import { listTree } from "../tests/support/temp_folder.ts";

/** What a folder of a report holds. */
export interface OutputSize {
  readonly files: number;
  readonly bytes: number;
  /** The bytes of each kind of file, the largest first. */
  readonly kinds: Readonly<Record<string, number>>;
}

/** Counts the files of a report and their bytes. */
export async function sizeOutput(folder: string): Promise<OutputSize> {
  const paths = await listTree(folder);
  const kinds = new Map<string, number>();
  for (const path of paths) {
    const { size } = await Deno.stat(`${folder}/${path}`);
    const kind = nameKind(path);
    kinds.set(kind, (kinds.get(kind) ?? 0) + size);
  }
  const sorted = [...kinds].sort(([, a], [, b]) => b - a);
  const bytes = sorted.reduce((sum, [, size]) => sum + size, 0);
  return { files: paths.length, bytes, kinds: Object.fromEntries(sorted) };
}

// A report's folders are named for what they hold, but for those of models, layers and photos.
function nameKind(path: string): string {
  const [, values] = /\/values\/([^/]+)/.exec(path) ?? [];
  if (values !== undefined) return `values of ${values}`;
  if (path.startsWith("assets/")) return "assets";
  const [, extension = ""] = /\.([^.]+)$/.exec(path) ?? [];
  if (extension === "html") return "pages";
  if (extension !== "png" || path.startsWith("images/")) {
    return extension === "png" ? "photos" : basename(path);
  }
  const [, , folder = "", file] = path.split("/"); // model, layer, kind, and the photo it is of
  return `pictures: ${file === undefined ? folder.replace(".png", "") : folder}`;
}
