import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { escapePath, glob } from "tinyglobby";
import { dropLooped } from "./looped_link.ts";

/**
 * Lists the files of a folder that a path or glob matches, or where it names a folder, the files in
 * that one, and where asked in those below it, with one of the suffixes; in the order of their names.
 */
export async function listFiles(
  folder: string,
  pattern: string,
  suffixes: readonly string[],
  { isDeep = false }: { readonly isDeep?: boolean } = {},
): Promise<string[]> {
  const named = await findNamed(resolve(folder, pattern));
  if (named === "folder") {
    const within = escapePath(pattern.replace(/\/+$/, ""));
    return await match(folder, `${within}/${isDeep ? "**/" : ""}*.@(${suffixes.join("|")})`);
  }
  const found = await match(folder, pattern);
  const isPattern = /[*?]/.test(pattern) && found.includes(pattern); // and the name of a file too
  return named === "file" && !isPattern ? [pattern] : found;
}

async function match(folder: string, pattern: string): Promise<string[]> {
  const options = { cwd: folder, onlyFiles: true, expandDirectories: false };
  const found = (await glob(ignoreCase(pattern), options)).sort(); // by code unit: alike on all machines
  return pattern.includes("**") ? await dropLooped(found, folder) : found;
}

// Cameras write IMG_1.JPG. The suffix is all behind the last dot of the last name.
function ignoreCase(pattern: string): string {
  return pattern.replace(
    /(?<=\.)[\w{},()|@?*+]+$/,
    (suffix) =>
      suffix.replace(/[a-z]/gi, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`),
  );
}

async function findNamed(path: string): Promise<"file" | "folder" | null> {
  try {
    return (await stat(path)).isDirectory() ? "folder" : "file";
  } catch {
    return null;
  }
}
