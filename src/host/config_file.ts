import { basename, dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Config } from "../config/config.ts";
import { parseConfig, parseConfigText } from "../config/parse.ts";
import { describeFault } from "./fault.ts";

/** A config and the folder that its paths are relative to. */
export interface LoadedConfig {
  readonly config: Config;
  readonly folder: string;
}

// Looked for in the working folder, in this order.
const USUAL_NAMES = ["convatlas.json", "convatlas.config.ts"];

/** Loads the config that is named, else the one in the working folder, else the embedded default. */
export async function loadConfig(named: string | undefined): Promise<LoadedConfig> {
  const path = named ?? await findUsual() ?? embeddedPath();
  const config = path.endsWith(".ts") ? await loadModule(path) : await loadText(path);
  return { config, folder: dirname(resolve(path)) };
}

async function findUsual(): Promise<string | undefined> {
  for (const name of USUAL_NAMES) {
    try {
      if ((await Deno.stat(name)).isFile) return name;
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    }
  }
  return undefined;
}

function embeddedPath(): string {
  return fileURLToPath(new URL("../../fixtures/convatlas.json", import.meta.url));
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
    return await Deno.readTextFile(path);
  } catch (cause) {
    throw new Error(`Cannot read config "${path}": ${describeFault(cause)}`, { cause });
  }
}
