import { basename, dirname, join, resolve } from "node:path";
import type { DatasetConfig } from "../config/dataset.ts";
import type { ModelConfig } from "../config/model_config.ts";
import { CONFIG_NAMES } from "../host/file/config_file.ts";
import { createFiles } from "../host/file/files.ts";
import { checkoutFolder } from "../host/serve/report_run.ts";
import { PHOTOS, REVIEWS } from "../survey/file_list.ts";
import { listToldFiles } from "../survey/recipe/beside.ts";
import type { Request } from "./request.ts";

/** The files that a report is made of, and the folders in which others may come. */
export interface WatchedFiles {
  /** Absolute paths, also of files that are not there. */
  readonly paths: readonly string[];
  /** Folders of which only the files in themselves count. */
  readonly shallow: readonly string[];
  /** Folders that count with all folders in them. */
  readonly deep: readonly string[];
}

/** A path, a folder or a glob that stands for files. */
interface Source {
  /** What it is relative to. */
  readonly folder: string;
  readonly pattern: string;
  /** The endings of the files that are taken of a folder. */
  readonly suffixes: readonly string[];
}

/** Lists what a report depends on: what the command line names, the config and what that names. */
export async function listWatched(
  names: readonly string[],
  request: Pick<Request, "config" | "folder" | "source" | "origin">,
): Promise<WatchedFiles> {
  const sources = [
    ...names.map((pattern) => ({ folder: "", pattern, suffixes: ["*"] })),
    ...CONFIG_NAMES.map((pattern) => ({ folder: "", pattern, suffixes: [] })),
    ...listSources(request),
    ...listOwnSources(),
  ];
  const found = await Promise.all(sources.map(findSource));
  const beside = await Promise.all(
    request.config.models.map(({ path }) => listBeside(path, request.folder)),
  );
  const roots = sources.map(findRoots);
  const list = (wanted: boolean): string[] => {
    const folders = roots.flatMap(({ folders, deep }) => deep === wanted ? folders : []);
    return [...new Set(folders)].sort();
  };
  const paths = [...new Set([...found, ...beside].flat())].sort();
  return { paths, shallow: list(false), deep: list(true) };
}

function listSources(
  { config, folder, source, origin }: Parameters<typeof listWatched>[1],
): Source[] {
  const { models, images, reviews, dataset, tally } = config;
  const file = (pattern: string): Source => ({ folder, pattern, suffixes: [] });
  return [
    ...origin === "embedded" ? [] : [file(source)],
    ...models.flatMap(listModelFiles).map(file),
    ...images.map((image) =>
      image.kind === "file"
        ? file(image.path)
        : { folder, pattern: image.pattern, suffixes: PHOTOS }
    ),
    ...reviews.map((pattern) => ({ folder, pattern, suffixes: REVIEWS })),
    ...tally === null ? [] : [file(tally)],
    ...listDatasetFiles(dataset).map(file),
  ];
}

function listModelFiles({ path, preprocess, inputs, labels }: ModelConfig): string[] {
  const recipe = preprocess.kind === "file" ? [preprocess.path] : [];
  const given = Object.values(inputs).flatMap((input) =>
    input.kind === "numbers" ? [] : [input.path]
  );
  return [path, ...recipe, ...listToldFiles(path), ...given, ...labels === null ? [] : [labels]];
}

// Its photos are too many to be watched; whatever is drawn next looks at their list again.
function listDatasetFiles(dataset: DatasetConfig | null): string[] {
  if (dataset === null) return [];
  const { images, labels } = dataset;
  const lists = images.filter((pattern) => /\.(tar|txt)$/i.test(pattern));
  return labels === null || labels === "folder" ? lists : [...lists, labels.table];
}

// Of a checkout, what its pages are built from.
function listOwnSources(): Source[] {
  if (checkoutFolder === null) return [];
  return [{ folder: checkoutFolder, pattern: "{src,templates}/**/*.{ts,hbs,css}", suffixes: [] }];
}

async function findSource({ folder, pattern, suffixes }: Source): Promise<string[]> {
  const paths = await createFiles(folder).list(pattern, suffixes);
  return [resolve(folder, pattern), ...paths.map((path) => resolve(folder, path))];
}

// Weights beside a model are called like it by what writes them.
async function listBeside(model: string, folder: string): Promise<string[]> {
  const stem = basename(model).replace(/\.onnx$/i, "");
  const paths = await createFiles(folder).list(join(dirname(model), "*"), []);
  return paths.filter((path) => basename(path).startsWith(stem))
    .map((path) => resolve(folder, path));
}

/** Folders in which files may come that a source stands for. */
interface Roots {
  readonly folders: readonly string[];
  readonly deep: boolean;
}

function findRoots({ folder, pattern }: Source): Roots {
  const steps = pattern.split("/");
  const open = steps.findIndex((step) => /[*?[\]{}()!]/.test(step));
  if (open < 0) { // a file, or a folder
    const path = resolve(folder, pattern);
    return { folders: [path, dirname(path)], deep: false };
  }
  const fixed = resolve(folder, steps.slice(0, open).join("/"));
  return { folders: [fixed], deep: open < steps.length - 1 || steps[open]!.includes("**") };
}
