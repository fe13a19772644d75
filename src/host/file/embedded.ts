import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describeFault } from "./fault.ts";

/** The embedded default on the disk, until it is disposed. */
export interface Embedded extends AsyncDisposable {
  /** The path of its config. */
  readonly path: string;
}

/** The embedded default: its config, and what that names. */
export const EMBEDDED_FILES = [
  "convatlas.json",
  "miniature.onnx",
  "scenes/balloons.png",
  "scenes/beach.png",
] as const;

const HOME = new URL("../../../fixtures/", import.meta.url);

/**
 * Opens the embedded default where it lies; where the program runs from a URL, in a temporary folder
 * that it is brought to.
 *
 * @throws {Error} If it cannot be brought.
 */
export async function openEmbedded(): Promise<Embedded> {
  const [config] = EMBEDDED_FILES;
  if (HOME.protocol === "file:") {
    return {
      path: fileURLToPath(new URL(config, HOME)),
      [Symbol.asyncDispose]: () => Promise.resolve(),
    };
  }
  const folder = await mkdtemp(join(tmpdir(), "convatlas-"));
  const remove = (): Promise<void> => rm(folder, { recursive: true }).catch(() => {}); // else the system clears it
  try {
    for (const file of EMBEDDED_FILES) await bring(file, folder);
  } catch (error) {
    await remove();
    throw error;
  }
  return { path: join(folder, config), [Symbol.asyncDispose]: remove };
}

async function bring(file: string, folder: string): Promise<void> {
  const { href } = new URL(file, HOME);
  const path = join(folder, file);
  try {
    const response = await fetch(href);
    if (!response.ok) throw new Error(`the server answers ${response.status}`);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, await response.bytes());
  } catch (cause) {
    const reason = describeFault(cause);
    throw new Error(`Cannot read embedded default "${href}": ${reason}`, { cause });
  }
}
