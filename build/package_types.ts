import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runDeno } from "./run_deno.ts";
import { unpackFiles } from "./tarball.ts";

/**
 * Writes the types of the library as Deno declares them, by their paths; of the modules alone that
 * `mod.ts` leads to.
 */
export async function declareTypes(): Promise<ReadonlyMap<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), "convatlas-"));
  try {
    const place = join(folder, "types.tgz");
    await runDeno(["pack", "--quiet", "--allow-dirty", "--no-source-maps", "--output", place]);
    return pickReached(await readDeclarations(place));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function readDeclarations(place: string): Promise<ReadonlyMap<string, string>> {
  const files = await unpackFiles(await readFile(place));
  const declared = files.filter(({ path }) => path.endsWith(".d.ts"));
  return new Map(declared.map(({ path, content }) => [path, new TextDecoder().decode(content)]));
}

function pickReached(all: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const reached = new Map<string, string>();
  const visit = (path: string): void => {
    const text = all.get(path);
    if (text === undefined) throw new Error(`Cannot pack types: there is no "${path}"`);
    if (reached.has(path)) return;
    reached.set(path, text);
    for (
      const [, place = ""] of text.matchAll(/^(?:import|export)\b[^"]* from "(\.[^"]+)\.js"/gm)
    ) {
      visit(new URL(`${place}.d.ts`, `file:///${path}`).pathname.slice(1));
    }
  };
  visit("mod.d.ts");
  return reached;
}
