import { join, relative, resolve } from "node:path";
import { nameImageFile } from "../config/file_name.ts";
import { changeConfig, type MovePath } from "../config/changed_config.ts";
import type { Config, ImageConfig } from "../config/config.ts";
import type { ModelConfig } from "../config/model_config.ts";
import { type ConfigChange, nameOptions, parseConfigOptions } from "../config/config_option.ts";
import { parseConfig } from "../config/parse.ts";
import { ConfigError } from "../config/problem/config_error.ts";
import { COMMAND_LINE } from "../config/problem/subject.ts";
import { loadConfig, type LoadedConfig } from "../host/file/config_file.ts";
import { createFiles } from "../host/file/files.ts";
import { type NamedFiles, sortNamedFiles } from "../survey/named_files.ts";
import { nameModels } from "./model_name.ts";

/** What a command line asks to be drawn, until it is disposed. */
export interface Request extends LoadedConfig {
  /** The files that were named on the command line. */
  readonly named: NamedFiles;
  /** What options say in place of the config. */
  readonly change: ConfigChange;
}

/** What is said on a command line beside the files: the config, and fields of it by their names. */
export interface RequestFlags {
  readonly config?: string;
}

/**
 * Loads what a command line asks for. Models and photos that it names stand in for those of the
 * config, and options for its fields; the config is that which is named, else the one in this
 * folder, else the embedded default, of whose fields none is kept for a model that is named.
 *
 * @param others What else may have been meant by a name that no file has.
 * @throws {ConfigError} If the command line or the config has mistakes.
 */
export async function loadRequest(
  names: readonly string[],
  { config: file, ...flags }: RequestFlags,
  others: readonly string[] = [],
): Promise<Request> {
  const change = parseConfigOptions({ ...flags });
  const named = await sortNamedFiles(names, createFiles("."), others);
  const loaded = await loadConfig(file);
  const isOwn = loaded.origin === "embedded" &&
    (names.length > 0 || DATASETS.some((field) => change.config[field] !== undefined));
  const { config, folder, source } = isOwn ? await bringHere(loaded, named) : loaded;
  const move: MovePath = (path) => relative(folder, path);
  return {
    ...{ folder, source, origin: loaded.origin, named, change },
    config: changeConfig(nameFiles(config, named, folder), change, move),
    [Symbol.asyncDispose]: () => loaded[Symbol.asyncDispose](),
  };
}

/**
 * Does what a request asks for.
 *
 * @throws {ConfigError} If its config has mistakes, which are told by the options that stand in for
 * fields.
 */
export async function answerRequest<Answer>(
  { change, config: { models }, source }: Request,
  answer: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await answer();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    throw nameOptions(error, change, { models, source });
  }
}

// What is measured is the user's own, and so are the paths of its photos.
const DATASETS = ["dataset", "tally"] as const;

// Of the embedded default, what was not named: its model with what it needs, or its photos.
async function bringHere(
  { config, folder }: LoadedConfig,
  { models }: NamedFiles,
): Promise<Pick<LoadedConfig, "config" | "folder" | "source">> {
  const move: MovePath = (path) => relative("", join(folder, path));
  const files = createFiles(folder);
  const images = await Promise.all(
    config.images.map(async (image) =>
      image.kind === "file" ? [image.path] : await files.list(image.pattern, [])
    ),
  );
  const own = models.length === 0 ? config : describeModels(models);
  const here = {
    ...own,
    models: config.models.map((model) => ({ ...model, path: move(model.path) })),
    images: images.flat().map((path) => nameImage(move(path))),
  };
  return { config: here, folder: resolve(""), source: COMMAND_LINE };
}

function nameFiles(config: Config, { models, photos }: NamedFiles, folder: string): Config {
  const move: MovePath = (path) => relative(folder, path);
  const known = new Map(config.models.map((model) => [resolve(folder, model.path), model]));
  const fresh = models.length === 0 ? [] : describeModels(models).models;
  const named = fresh.map((model): ModelConfig =>
    known.get(resolve(model.path)) ?? { ...model, path: move(model.path) }
  );
  return {
    ...config,
    models: named.length === 0 ? config.models : named,
    images: photos.length === 0 ? config.images : photos.map((path) => nameImage(move(path))),
  };
}

function describeModels(paths: readonly string[]): Config {
  const names = nameModels(paths);
  return parseConfig({
    title: names.join(", "),
    models: paths.map((path, i) => ({ path, name: names[i] })),
    images: paths, // others take their place
  });
}

function nameImage(path: string): ImageConfig {
  return { kind: "file", path, name: nameImageFile(path) };
}
