import type { Config } from "../config/config.ts";
import type { Effects } from "../effects.ts";
import type { FoundDataset, FoundTally } from "../plan/dataset/dataset_plan.ts";
import { createError, explainError } from "../reason/error.ts";
import type { StoredTally } from "../tally/tally.ts";
import { readStored } from "../tally/tally_file.ts";
import { findDataset } from "./dataset.ts";
import type { Notes } from "./notes.ts";

/** Finds the dataset that a config tells of, by its tally or by its photos; null where it has none. */
export async function findToldDataset(
  { dataset, tally, patches }: Pick<Config, "dataset" | "tally" | "patches">,
  world: Pick<Effects, "files" | "warn">,
  notes: Pick<Notes, "problems">,
): Promise<FoundDataset | null> {
  const { files } = world;
  if (tally === null) {
    if (dataset === null) return null;
    return { ...await findDataset(dataset, files, notes), batch: dataset.batch, tally: null };
  }
  const read = await readTold(tally, files, notes);
  if (read === null) return null;
  const isShown = dataset !== null && patches;
  const photos = isShown ? await findShown({ dataset, facts: read.facts }, world) : null;
  return { ...read, photos };
}

async function readTold(
  file: string,
  files: Effects["files"],
  { problems }: Pick<Notes, "problems">,
): Promise<Omit<FoundDataset, "photos"> & { readonly tally: FoundTally } | null> {
  try {
    const { origin, models } = await loadTally(file, files);
    const heads = models.map(({ layers, ...model }) => ({
      ...model,
      layers: layers.map(({ id, kernels }) => ({ id, tally: { kernels } })),
    }));
    return { facts: origin.dataset, batch: null, tally: { file, models: heads } };
  } catch (error) {
    problems.push({ path: "tally", message: explainError(error) });
    return null;
  }
}

/**
 * Reads a tally that a report is to tell of.
 *
 * @throws {Error} If it cannot be read, or is of a part of the photos.
 */
export async function loadTally(file: string, files: Effects["files"]): Promise<StoredTally> {
  const { bytes } = await files.read(file);
  const stored = readStored(bytes, file);
  const { of, held: parts } = stored.shards;
  if (parts.length < of) throw createError(TypeError, { code: "tally-part", file, parts, of });
  return stored;
}

// A report is often made where the photos are not: its numbers do not need them.
async function findShown(
  { dataset, facts }: {
    readonly dataset: NonNullable<Config["dataset"]>;
    readonly facts: FoundDataset["facts"];
  },
  { files, warn }: Pick<Effects, "files" | "warn">,
): Promise<FoundDataset["photos"]> {
  const own: Pick<Notes, "problems"> = { problems: [] };
  try {
    const found = await findDataset(dataset, files, own);
    if (own.problems.length === 0) {
      if (found.facts.sha256 !== facts.sha256) warn(OTHER_PHOTOS);
      return found.photos;
    }
  } catch (error) {
    own.problems.push({ path: "dataset", message: explainError(error) });
  }
  const [problem] = own.problems;
  warn(`the photos of the dataset are not shown: ${problem!.message}`);
  return [];
}

const OTHER_PHOTOS =
  "the photos of the dataset are not all those that were measured; patches are shown of those " +
  "that have the same paths";
