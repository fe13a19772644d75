import { dirname, resolve, sep } from "node:path";
import { parseConfigOptions, readConfigOptions } from "../config/config_option.ts";
import { writeConfigText } from "../config/config_text.ts";
import type { Effects } from "../effects.ts";
import { writeNewConfig } from "../host/file/config_file.ts";
import { createFiles } from "../host/file/files.ts";
import { nameProgram } from "../host/file/project_folder.ts";
import { findSchema } from "../host/file/schema_file.ts";
import { writeError } from "../host/process/terminal.ts";
import { PHOTOS } from "../survey/file_list.ts";
import { type NamedFiles, sortNamedFiles } from "../survey/named_files.ts";
import { EXIT } from "./exit.ts";
import { nameModels } from "./model_name.ts";
import { tellSkipped } from "./request_text.ts";

type Files = Effects["files"];

// What stands for what is not there yet.
const MODEL = "model.onnx";
const EXAMPLES = "photos/*.jpg";

/**
 * Writes a config of what is named, else of what lies here, and gives the exit code.
 *
 * @param flags Fields of the config, by their options.
 * @param others What else may have been meant by a name that no file has.
 */
export async function init(
  names: readonly string[],
  flags: Readonly<Record<string, unknown>>,
  others: readonly string[],
): Promise<number> {
  parseConfigOptions(flags); // what is written can be read
  const files = createFiles(".");
  const asked = names.length > 0 ? names : await listHere(files);
  const named = await sortNamedFiles(asked, files, others);
  const patterns = await listPatterns(asked, files);
  const path = await writeNewConfig(await writeText({ ...named, patterns }, flags));
  const skipped = names.length > 0 ? tellSkipped(named) : [];
  const next = `wrote ${path}: "${nameProgram()} report" draws it`;
  [...skipped, ...tellMissing(named), next].forEach(writeError);
  return EXIT.well;
}

// Models and photos of this folder, and the folders in it that hold photos.
async function listHere({ list }: Files): Promise<string[]> {
  const photos = `*.@(${PHOTOS.join("|")})`;
  const folders = (await list(`*/${photos}`, [])).map((path) => dirname(path));
  return [...await list("*.onnx", []), ...await list(photos, []), ...new Set(folders)];
}

// A folder or glob stays what it is, so that what comes to it later is drawn too.
async function listPatterns(names: readonly string[], files: Files): Promise<string[]> {
  const listed: string[] = [];
  for (const name of names) {
    const { models, photos, skipped } = await sortNamedFiles([name], files);
    const brings = photos.length > 0 && (models.length + skipped.length === 0 || !isGlob(name));
    listed.push(...brings ? [name] : photos);
  }
  return [...new Set(listed)];
}

function isGlob(name: string): boolean {
  return /[*?{[]/.test(name);
}

/** What a config is written of. */
interface Found extends NamedFiles {
  /** What brings the photos. */
  readonly patterns: readonly string[];
}

async function writeText(
  { models, patterns }: Found,
  flags: Readonly<Record<string, unknown>>,
): Promise<string> {
  const { config, model, grid } = readConfigOptions(flags);
  const names = nameModels(models);
  const paths = models.length === 0 ? [MODEL] : models.map(writePath);
  return writeConfigText({
    $schema: await findSchema(resolve("")),
    title: names.join(", ") || undefined,
    ...config,
    ...Object.keys(grid).length > 0 && { grid },
    models: paths.map((path, i) => ({ path, ...nameIfOther(path, names[i]), ...model })),
    images: patterns.length === 0 ? [EXAMPLES] : patterns.map(writePath),
  });
}

function writePath(path: string): string {
  return path.replaceAll(sep, "/");
}

function nameIfOther(path: string, name: string | undefined): { readonly name?: string } {
  return name === undefined || nameModels([path])[0] === name ? {} : { name };
}

function tellMissing({ models, photos }: NamedFiles): string[] {
  return [
    ...models.length === 0 ? [`"${MODEL}" stands for a model: none is named`] : [],
    ...photos.length === 0 ? [`"${EXAMPLES}" stands for photos: none is named`] : [],
  ];
}
