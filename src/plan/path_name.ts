// File systems take names of 255 bytes; a number and an ending come on top.
const MAX_BYTES = 200;

/**
 * Turns names into names of files or folders in one folder: letters, digits,
 * `.`, `_` and `-` stay, every other run becomes `-`, a clash gets `-2`.
 * `taken` lists what the folder holds already.
 */
export function toPathNames(names: readonly string[], taken: readonly string[] = []): string[] {
  const used = new Set(taken.map(foldCase));
  return names.map((name) => {
    const path = findFree(toPathName(name), used);
    used.add(foldCase(path));
    return path;
  });
}

function toPathName(name: string): string {
  const safe = name.normalize("NFC").replace(/[^\p{L}\p{M}\p{N}._-]+/gu, "-");
  const { read } = new TextEncoder().encodeInto(safe, new Uint8Array(MAX_BYTES)); // whole characters
  const short = safe.slice(0, read);
  return /^\.*$/.test(short) ? "-" : short; // "." and ".." are folders of their own
}

function findFree(path: string, used: ReadonlySet<string>): string {
  let free = path;
  for (let n = 2; used.has(foldCase(free)); n++) free = `${path}-${n}`;
  return free;
}

// Many file systems take names that differ in case for one.
function foldCase(path: string): string {
  return path.toLowerCase();
}
