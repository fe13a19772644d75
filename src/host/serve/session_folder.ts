import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder for what is kept from one drawing of a report to the next; it goes when it is disposed. */
export interface SessionFolder extends AsyncDisposable {
  readonly path: string;
}

/** Makes a folder for a session. */
export async function openSessionFolder(): Promise<SessionFolder> {
  const path = await mkdtemp(join(tmpdir(), "convatlas-"));
  return {
    path,
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  };
}
