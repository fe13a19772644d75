import { basename, extname } from "node:path";
import { fileURLToPath } from "node:url";

const root = new URL("../templates/", import.meta.url);

/** Lists the paths of the templates, in the folders of templates/, by their names. */
export async function listTemplates(): Promise<ReadonlyMap<string, string>> {
  const folders = await Array.fromAsync(Deno.readDir(root));
  const paths = folders.filter(({ isDirectory }) => isDirectory).map(async ({ name }) => {
    const folder = new URL(`${name}/`, root);
    const files = await Array.fromAsync(Deno.readDir(folder));
    return files.map((file) => fileURLToPath(new URL(file.name, folder)));
  });
  const templates = (await Promise.all(paths)).flat().filter((path) => extname(path) === ".hbs");
  return new Map(templates.sort().map((path) => [basename(path, ".hbs"), path]));
}
