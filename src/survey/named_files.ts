import { basename, dirname, extname, normalize, parse } from "node:path";
import { ConfigError, type ConfigProblem } from "../config/problem/config_error.ts";
import { findNearestName, suggestName } from "../config/problem/nearest_name.ts";
import { COMMAND_LINE } from "../config/problem/subject.ts";
import { visible } from "../config/problem/visible.ts";
import type { Effects } from "../effects.ts";
import { findFolderKind } from "../onnx/file/folder_kind.ts";
import { listSome } from "../words/quantity.ts";
import { listMatches, PHOTOS } from "./file_list.ts";

/** The files that are named without a word of what each is, every one once. */
export interface NamedFiles {
  readonly models: readonly string[];
  readonly photos: readonly string[];
  /** What is neither. */
  readonly skipped: readonly string[];
}

/** A file that a name brought, and what it is taken for. */
interface SortedFile {
  readonly path: string;
  readonly kind: keyof NamedFiles;
}

// What these are and what to do with them is said where they are read.
const OTHER_MODELS = /\.(ort|pth?|ckpt|safetensors|h5|keras|tflite|pb|pbtxt|mlmodel|pdmodel)$/i;
const OTHER_PHOTOS = /\.(bmp|hei[cf]|jfif|jpe|jp2|jxl|p[gp]m|psd|svg)$/i;

const TALLY = /\.tally$/i;

const BESIDE = /\.onnx[._]data(_\d+)?$|(^|[\\/])preprocessor_config\.json$/;

const ENDINGS = new RegExp(`\\.(${PHOTOS.join("|")})$`, "i");

/**
 * Sorts what is named into models and photos: files, folders of them, globs.
 *
 * @param others What else may have been meant by a name that no file has.
 * @throws {ConfigError} If a name brings no file, or all of them neither model nor photo.
 */
export async function sortNamedFiles(
  names: readonly string[],
  files: Effects["files"],
  others: readonly string[] = [],
): Promise<NamedFiles> {
  const problems: ConfigProblem[] = [];
  const found = new Map<string, SortedFile>();
  for (const name of names) {
    const brought = await findFiles(name, files);
    brought.forEach((file) => found.set(normalize(file.path), file));
    if (brought.length === 0) problems.push(await describeMiss(name, files, others));
  }
  const sorted = listByKind([...found.values()]);
  const { models, photos, skipped } = sorted;
  if (problems.length === 0 && skipped.length > 0 && models.length + photos.length === 0) {
    describeSkipped(skipped).forEach((message) => problems.push({ path: "", message }));
  }
  if (problems.length > 0) throw new ConfigError(problems, { source: COMMAND_LINE });
  return sorted;
}

/** Says why files are skipped, a line a reason: a photo that is not read is one to its owner. */
export function describeSkipped(skipped: readonly string[]): string[] {
  const photos = skipped.filter((path) => OTHER_PHOTOS.test(path));
  const tallies = skipped.filter((path) => TALLY.test(path));
  const others = skipped.filter((path) => !OTHER_PHOTOS.test(path) && !TALLY.test(path));
  return [
    ...photos.length === 0
      ? []
      : [`not a kind of photo that is read, save it as JPEG, PNG or AVIF: ${listSome(photos)}`],
    ...tallies.length === 0
      ? []
      : [`a tally, which --tally names beside the models: ${listSome(tallies)}`],
    ...others.length === 0 ? [] : [`neither an .onnx file nor a photo: ${listSome(others)}`],
  ];
}

function listByKind(found: readonly SortedFile[]): NamedFiles {
  const list = (wanted: keyof NamedFiles): string[] =>
    found.filter(({ kind }) => kind === wanted).map(({ path }) => path);
  const models = list("models");
  const skipped = list("skipped").filter((path) => !isBeside(path, models));
  return { models, photos: list("photos"), skipped };
}

// What is read with a model: its weights, and what is done to photos.
function isBeside(path: string, models: readonly string[]): boolean {
  return BESIDE.test(path) && models.some((model) => dirname(model) === dirname(path));
}

async function findFiles(name: string, { list }: Effects["files"]): Promise<SortedFile[]> {
  const paths = await list(name, ["*"]);
  const isFile = paths.length === 1 && paths[0] === name;
  const sorted = paths.map((path) => ({ path, kind: findKind(path, isFile) }));
  const isModel = !isFile && sorted.every(({ kind }) => kind === "skipped") && isKnown(paths);
  return isModel ? [{ path: name, kind: "models" }] : sorted;
}

function findKind(path: string, isNamed: boolean): SortedFile["kind"] {
  if (/\.onnx$/i.test(path) || (isNamed && OTHER_MODELS.test(path))) return "models";
  return ENDINGS.test(path) || (isNamed && OTHER_PHOTOS.test(path)) ? "photos" : "skipped";
}

// A folder that other tools write a model into.
function isKnown(paths: readonly string[]): boolean {
  return findFolderKind(paths.map((path) => basename(path))).code !== "folder";
}

async function describeMiss(
  name: string,
  files: Effects["files"],
  others: readonly string[],
): Promise<ConfigProblem> {
  if (/^https?:/.test(name)) {
    const message = `"${visible(name)}" is an address, and no connection is opened: download it`;
    return { path: "", message };
  }
  const nested = isPattern(name) ? [] : await files.list(`${name}/**/*`, []);
  const inside = nested.find((path) => findKind(path, false) !== "skipped");
  const message = inside === undefined
    ? await describeAbsence(name, files, others)
    : `the folder "${name}" itself holds neither an .onnx file nor a photo; ` +
      `"${name.replace(/\/+$/, "")}/**/*${extname(inside)}" names those in its own folders`;
  return { path: "", message: visible(message) };
}

function isPattern(name: string): boolean {
  return /[*?]/.test(name);
}

async function describeAbsence(
  name: string,
  files: Effects["files"],
  others: readonly string[],
): Promise<string> {
  const alike = [...others, ...await listBeside(name, files)].filter((other) =>
    isAlike(other, name)
  );
  const nearest = isPattern(name) ? null : findNearestName(name, alike);
  const notes = { problems: [] as ConfigProblem[] };
  await listMatches({ pattern: name, field: "", suffixes: ["*"] }, files, notes);
  const message = notes.problems.map((problem) => problem.message).join();
  return `${message}${suggestName(nearest)}`;
}

// A slip is in the name or in the ending.
function isAlike(one: string, other: string): boolean {
  const [a, b] = [parse(one), parse(other)];
  return a.ext.toLowerCase() === b.ext.toLowerCase() || a.name === b.name;
}

async function listBeside(name: string, { list }: Effects["files"]): Promise<string[]> {
  const folder = name.split("/").slice(0, -1).join("/");
  return await list(folder === "" ? "*" : `${folder}/*`, []);
}
