const project = new URL("../", import.meta.url);
const place = new URL("assets/built.json", project);

/** The size and the time of change of each file that was read or written, by its path. */
type Stamp = Readonly<Record<string, string>>;

/** Whether the built files, and all that they were made of, are as they were when they were built. */
export function isFresh(): boolean {
  try {
    const stamp: Stamp = JSON.parse(Deno.readTextFileSync(place));
    return Object.entries(stamp).every(([path, state]) => tellState(path) === state);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound || error instanceof SyntaxError) return false;
    throw error;
  }
}

/** Keeps how files are now, by their paths relative to the project. */
export function keepStamp(paths: Iterable<string>): void {
  const states = [...new Set(paths)].sort().map((path) => [path, tellState(path)]);
  Deno.writeTextFileSync(place, JSON.stringify(Object.fromEntries(states), null, 1));
}

function tellState(path: string): string {
  const { size, mtime } = Deno.statSync(new URL(path, project));
  return `${size} ${mtime?.getTime()}`;
}
