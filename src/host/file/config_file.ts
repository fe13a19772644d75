import { readFile, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import type { Config } from "../../config/config.ts";
import { parseConfig, parseConfigText } from "../../config/parse.ts";
import { openEmbedded } from "./embedded.ts";
import { describeFault, isMissing } from "./fault.ts";
import { projectFolder } from "./project_folder.ts";
import { isWithin } from "./within.ts";

/** A config and the folder that its paths are relative to, until it is disposed. */
export interface LoadedConfig extends AsyncDisposable {
  readonly config: Config;
  readonly folder: string;
  /** What messages call it. */
  readonly source: string;
  /** Whether it was named, found where the user stands, or is the embedded default. */
  readonly origin: "named" | "found" | "embedded";
}

/** What configs are called that are found by themselves, in the order in which they are looked for. */
export const CONFIG_NAMES = ["convatlas.json", "convatlas.jsonc", "convatlas.config.ts"];

// Editors know by this ending that it has comments.
const NEW_CONFIG = "convatlas.jsonc";

/**
 * Loads the config that is named, else the one in the folder `from`, else the embedded default.
 * Within this project's own folder, those above it are looked through too.
 */
export async function loadConfig(
  named: string | undefined,
  from: string = process.cwd(),
): Promise<LoadedConfig> {
  if (named !== undefined) return { ...await loadFile(named), ...KEPT, origin: "named" };
  const found = await findUsual(from);
  if (found !== null) return { ...await loadFile(found), ...KEPT, origin: "found" };
  const { path, ...own } = await openEmbedded();
  return { ...await loadFile(path), ...own, origin: "embedded" };
}

const KEPT: AsyncDisposable = { [Symbol.asyncDispose]: () => Promise.resolve() };

async function loadFile(
  path: string,
): Promise<Pick<LoadedConfig, "config" | "folder" | "source">> {
  const config = path.endsWith(".ts") ? await loadModule(path) : await loadText(path);
  return { config, folder: dirname(resolve(path)), source: basename(path) };
}

async function findUsual(folder: string): Promise<string | null> {
  const found = await findOneOf(CONFIG_NAMES, folder);
  if (found !== null) return found;
  const above = dirname(folder);
  return projectFolder !== null && isWithin(above, projectFolder) ? await findUsual(above) : null;
}

async function findOneOf(names: readonly string[], folder: string): Promise<string | null> {
  for (const name of names) {
    const path = join(folder, name);
    try {
      if ((await stat(path)).isFile()) return path;
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
  return null;
}

async function loadText(path: string): Promise<Config> {
  return parseConfigText(await readText(path), { source: basename(path) });
}

async function loadModule(path: string): Promise<Config> {
  await readText(path); // a missing file gets the same message as for JSON
  try {
    const module = await import(pathToFileURL(resolve(path)).href);
    return parseConfig(module.default, { source: basename(path) });
  } catch (error) {
    if (error instanceof TypeError && "problems" in error) throw error;
    throw new SyntaxError(`Cannot load config "${path}": ${String(error)}`, { cause: error });
  }
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    throw new Error(`Cannot read config "${path}": ${describeFault(cause)}`, { cause });
  }
}

/**
 * Writes a new config into the folder where the user stands, and gives its name.
 *
 * @throws {Error} If there is a config, or none can be written.
 */
export async function writeNewConfig(text: string): Promise<string> {
  try {
    const found = await findOneOf(CONFIG_NAMES, "");
    if (found !== null) throw new Error(`"${found}" is there already; edit it, or move it away`);
    await writeFile(NEW_CONFIG, text, { flag: "wx" });
    return NEW_CONFIG;
  } catch (cause) {
    throw new Error(`Cannot write config "${NEW_CONFIG}": ${describeFault(cause)}`, { cause });
  }
}
