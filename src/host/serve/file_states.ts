import { stat } from "node:fs/promises";

/** What tells whether files have changed: their sizes and times, by path; a missing one has none. */
export type FileStates = ReadonlyMap<string, string>;

/** Reads the states of files. */
export async function readStates(paths: readonly string[]): Promise<FileStates> {
  const states = await Promise.all(
    paths.map(async (path) => [path, await readState(path)] as const),
  );
  return new Map(states.flatMap(([path, state]) => state === null ? [] : [[path, state]]));
}

async function readState(path: string): Promise<string | null> {
  try {
    const found = await stat(path);
    return found.isFile() ? `${found.mtimeMs} ${found.size}` : null;
  } catch {
    return null;
  }
}
