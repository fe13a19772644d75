import ignore from "ignore";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";

/** Tells whether the rules of a work tree keep a file from being pushed as it is: git ignores it, or Git LFS has it. */
export function isLeftOut(path: string, root: string): boolean {
  return matchRules(path, root, ".gitignore", (text) => text) ||
    matchRules(path, root, ".gitattributes", pickLarge);
}

// The files of a folder are about what is below it, and the deepest that says something decides.
function matchRules(
  path: string,
  root: string,
  name: string,
  pick: (text: string) => string,
): boolean {
  let matched = false;
  for (const folder of listFolders(root, dirname(path))) {
    const file = join(folder, name);
    if (!existsSync(file)) continue;
    const rules = ignore().add(pick(readFileSync(file, "utf8")));
    const { ignored, unignored } = rules.test(relative(folder, path).replaceAll(sep, "/"));
    if (ignored || unignored) matched = ignored;
  }
  return matched;
}

// From the root on.
function listFolders(root: string, folder: string): string[] {
  return folder === root || dirname(folder) === folder
    ? [folder]
    : [...listFolders(root, dirname(folder)), folder];
}

// The patterns that Git LFS was told to track.
function pickLarge(text: string): string {
  return text.split("\n").filter((line) => /\sfilter=lfs(\s|$)/.test(line))
    .map((line) => line.trim().split(/\s+/)[0]).join("\n");
}
