/**
 * Takes the last part of a path, without the ending that `ending` matches: the name a file goes by.
 */
export function baseName(path: string, ending: RegExp): string {
  const last = path.split(/[\\/]/).findLast((part) => part !== "") ?? path;
  return last.replace(ending, "") || last;
}
