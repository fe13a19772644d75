import { dirname, join } from "node:path";
import type { DatasetConfig } from "../config/dataset.ts";
import { createDataset, type Dataset, type DatasetPhoto, spreadOver } from "../dataset/dataset.ts";
import { type FindLabel, parseLabelTable } from "../dataset/label_table.ts";
import { indexTar } from "../dataset/tar_index.ts";
import type { Effects } from "../effects.ts";
import { createError } from "../reason/error.ts";
import { listMatches, PHOTOS } from "./file_list.ts";
import type { Notes } from "./notes.ts";

type LabelTable = Exclude<DatasetConfig["labels"], "folder" | null>;

/** A photo whose label is not looked up yet. */
type ListedPhoto = Omit<DatasetPhoto, "label">;

// Arrays are fed as they are: they have no pixels that patches could be cut from.
const SUFFIXES = PHOTOS.filter((suffix) => suffix !== "npy");

/**
 * Finds the photos of a dataset and their labels, without reading them: their paths and sizes, of
 * archives by their heads.
 *
 * @throws {SyntaxError} If an archive is none.
 * @throws {RangeError} If there is no photo.
 */
export async function findDataset(
  { images, labels, limit }: DatasetConfig,
  files: Effects["files"],
  notes: Pick<Notes, "problems">,
): Promise<Dataset> {
  const listed: ListedPhoto[] = [];
  const known = new Set<string>();
  for (const [i, pattern] of images.entries()) {
    const wanted = { pattern, field: `dataset.images[${i}]`, suffixes: SUFFIXES, isDeep: true };
    for (const path of await listMatches(wanted, files, notes)) {
      if (known.has(path)) continue;
      known.add(path);
      listed.push(...await openEntry(path, files));
    }
  }
  if (listed.length === 0 && notes.problems.length === 0) {
    throw createError(RangeError, { code: "dataset-empty" });
  }
  const dataset = labelPhotos(spreadOver(listed, limit), await findLabeller(labels, files));
  if (dataset.facts.labels?.length === 0 && listed.length > 0) {
    notes.problems.push({ path: "dataset.labels", message: describeUnlabelled(dataset, labels!) });
  }
  return dataset;
}

// Hours of measuring would be lost on a table of other paths.
function describeUnlabelled({ photos }: Dataset, labels: "folder" | LabelTable): string {
  const first = JSON.stringify(photos[0]!.path);
  return labels === "folder"
    ? `none of the photos lies in a folder, as ${first}`
    : `no line of ${JSON.stringify(labels.table)} has a label of a photo, such as ${first}`;
}

async function openEntry(path: string, files: Effects["files"]): Promise<ListedPhoto[]> {
  if (/\.tar$/i.test(path)) return listArchive(path, files);
  if (/\.txt$/i.test(path)) return await readList(path, files);
  return [await weighPhoto(path, files)];
}

function listArchive(path: string, files: Effects["files"]): ListedPhoto[] {
  const opened = files.openModel(path);
  try {
    return indexTar(opened.source, path).filter(({ path }) => isPhoto(path))
      .map((own) => ({
        path: `${path}/${own.path}`,
        bytes: own.end - own.start,
        file: path,
        start: own.start,
      }));
  } finally {
    opened.close();
  }
}

// Empty lines, and what stands behind a #, are for people.
async function readList(path: string, files: Effects["files"]): Promise<ListedPhoto[]> {
  const text = new TextDecoder().decode((await files.read(path)).bytes);
  const paths = text.split(/\r?\n/).map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
  return await Promise.all(paths.map((each) => weighPhoto(join(dirname(path), each), files)));
}

// What is not there weighs nothing, and is told when it is to be read.
async function weighPhoto(path: string, files: Effects["files"]): Promise<ListedPhoto> {
  return { path, bytes: await files.weigh(path) ?? 0, file: path, start: null };
}

function isPhoto(path: string): boolean {
  const suffix = path.split(".").at(-1)!.toLowerCase();
  return SUFFIXES.some((each) => each === suffix);
}

async function findLabeller(
  labels: DatasetConfig["labels"],
  files: Effects["files"],
): Promise<FindLabel | null> {
  if (labels === null) return null;
  if (labels === "folder") return (path) => path.split("/").at(-2) ?? null;
  return parseLabelTable(new TextDecoder().decode((await files.read(labels.table)).bytes));
}

function labelPhotos(listed: readonly ListedPhoto[], find: FindLabel | null): Dataset {
  if (find === null) return createDataset(listed.map((own) => ({ ...own, label: null })), null);
  const named = listed.map((own) => ({ ...own, name: find(own.path) }));
  const labels = [...new Set(named.flatMap(({ name }) => name ?? []))].sort();
  const places = new Map(labels.map((label, place) => [label, place]));
  return createDataset(
    named.map(({ name, ...own }) => ({ ...own, label: name === null ? null : places.get(name)! })),
    labels,
  );
}
