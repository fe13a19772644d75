import { createHash } from "node:crypto";
import { dirname, join } from "node:path";

/** A folder of one test, removed at the test's end. */
export interface TempFolder extends AsyncDisposable {
  readonly path: string;
}

/** Makes a folder that holds the given files, by path. */
export async function makeTempFolder(
  files: Readonly<Record<string, Uint8Array | string>> = {},
): Promise<TempFolder> {
  const path = await Deno.makeTempDir({ prefix: "convatlas-test-" });
  for (const [name, content] of Object.entries(files)) await writeInto(path, name, content);
  return { path, [Symbol.asyncDispose]: () => Deno.remove(path, { recursive: true }) };
}

async function writeInto(
  folder: string,
  name: string,
  content: Uint8Array | string,
): Promise<void> {
  const path = join(folder, name);
  await Deno.mkdir(dirname(path), { recursive: true });
  if (typeof content === "string") await Deno.writeTextFile(path, content);
  else await Deno.writeFile(path, content);
}

/** Tells whether there is anything at a path. */
export async function isThere(path: string | URL): Promise<boolean> {
  return await Deno.stat(path).then(() => true, () => false);
}

/** Lists the files of a folder and its folders, in the order of their paths. */
export async function listTree(folder: string): Promise<string[]> {
  const paths: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    if (!isDirectory) paths.push(name);
    else paths.push(...(await listTree(join(folder, name))).map((path) => `${name}/${path}`));
  }
  return paths.sort();
}

/** Reads the files of a folder and its folders, by path. */
export async function readTree(folder: string): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const paths = await listTree(folder);
  const contents = await Promise.all(paths.map((path) => Deno.readFile(join(folder, path))));
  return new Map(paths.map((path, i) => [path, contents[i]!]));
}

/**
 * Hashes the files of a folder and its folders, by path: contents of megabytes that are compared
 * themselves take gigabytes to be told apart.
 */
export async function hashTree(folder: string): Promise<Map<string, string>> {
  return new Map([...await readTree(folder)].map(([path, content]) => [path, hash(content)]));
}

/** Hashes a file. */
export async function hashFile(path: string): Promise<string> {
  return hash(await Deno.readFile(path));
}

function hash(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
