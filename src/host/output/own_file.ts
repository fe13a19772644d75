import { open } from "node:fs/promises";
import { describeFault, isMissing } from "../file/fault.ts";

/** Tells of the first bytes of a file whether this program wrote it. */
export type IsOwn = (head: Uint8Array) => boolean;

/**
 * Requires that nothing stands in a place but what this program wrote there, or an empty file.
 *
 * @throws {TypeError} If another file does.
 */
export async function requireOwnFile(path: string, isOwn: IsOwn): Promise<void> {
  const head = await readHead(path);
  if (head === null || head.length === 0 || isOwn(head)) return;
  throw new TypeError(
    `Cannot write "${path}": it is another file; name a new one, or move it away`,
  );
}

const HEAD_BYTES = 4096;

async function readHead(path: string): Promise<Uint8Array | null> {
  try {
    await using file = await open(path);
    const head = new Uint8Array(HEAD_BYTES);
    const { bytesRead } = await file.read(head, 0, HEAD_BYTES, 0);
    return head.subarray(0, bytesRead);
  } catch (cause) {
    if (isMissing(cause)) return null;
    throw new Error(`Cannot write "${path}": ${describeFault(cause)}`, { cause });
  }
}
