import { dirname, join } from "node:path";
import { describeFault } from "../file/fault.ts";

/**
 * Writes a file of a draft, with the folders above it.
 *
 * @throws {Error} If the disk is full, say.
 */
export async function writeInto(
  draft: string,
  path: string,
  content: Uint8Array | string,
): Promise<void> {
  try {
    await writeFile(join(draft, path), content);
  } catch (cause) {
    throw new Error(`Cannot write "${path}": ${describeFault(cause)}`, { cause });
  }
}

async function writeFile(file: string, content: Uint8Array | string): Promise<void> {
  try {
    await write(file, content);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    await Deno.mkdir(dirname(file), { recursive: true }); // the first file of its folder
    await write(file, content);
  }
}

function write(file: string, content: Uint8Array | string): Promise<void> {
  return typeof content === "string"
    ? Deno.writeTextFile(file, content)
    : Deno.writeFile(file, content);
}
