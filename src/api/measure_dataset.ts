import type { ConfigInput } from "../config/config_input.ts";
import { parseConfig } from "../config/parse.ts";
import { ONLY_SHARD, type Shard } from "../dataset/shard.ts";
import type { Progress } from "../effects.ts";
import type { BrokenPhoto, Tally } from "../tally/tally.ts";
import { measureInto, mergeInto, TALLY_FILE } from "./tally_files.ts";

/** What {@linkcode measureDataset} measures, and where it writes. */
export interface MeasureDatasetOptions {
  /**
   * The folder that the config's paths are relative to.
   *
   * @default {"."}
   */
  readonly folder?: string;
  /**
   * The file of the tally. One that is there already is kept, if it is whole and of the same photos,
   * models and programs.
   *
   * @default {"convatlas.tally"}
   */
  readonly out?: string;
  /**
   * The part of the photos that is measured.
   *
   * @default {{ part: 1, of: 1 }}
   */
  readonly shard?: Shard;
  /**
   * How many jobs are done side by side.
   *
   * @default As many as the machine has cores, up to 8.
   */
  readonly jobs?: number;
  /** Takes what was chosen where the config leaves it open. */
  readonly note?: (remark: string) => void;
  /** Takes a warning. */
  readonly warn?: (warning: string) => void;
  /** Takes the progress. */
  readonly tell?: (progress: Progress) => void;
}

/** What a tally tells of its making. */
export interface TallySummary {
  /** How many photos the whole dataset has. */
  readonly photos: number;
  /** Those of these parts that could not be measured, in the order of the dataset. */
  readonly broken: readonly BrokenPhoto[];
}

/**
 * Measures what the kernels of models answer to in the photos of a config's `dataset`, or in a part of
 * them, into a tally, which {@linkcode generateReport} takes as the config's `tally`.
 *
 * @param config The models, layers and the dataset, as in `convatlas.json`.
 * @param options The file, and the part.
 * @returns How many photos there are, and which could not be measured.
 * @throws {TypeError} If the config has mistakes, or another file stands in the place of the tally.
 * @throws {RangeError} If the config has no dataset, or that has no photo.
 * @throws {Error} If a model cannot be read or run; nothing is written then.
 *
 * @example Two parts, one after the other
 * ```ts
 * import { measureDataset, mergeTallies } from "@convatlas/convatlas";
 * import assert from "node:assert/strict";
 *
 * const folder = await Deno.makeTempDir();
 * const config = {
 *   models: [{ path: "fixtures/miniature.onnx", layers: ["conv1"] }],
 *   images: ["fixtures/scenes/beach.png"],
 *   dataset: { images: ["fixtures/scenes/*.png"] },
 * };
 * const [first, second] = [`${folder}/1.tally`, `${folder}/2.tally`];
 * await measureDataset(config, { out: first, shard: { part: 1, of: 2 } });
 * await measureDataset(config, { out: second, shard: { part: 2, of: 2 } });
 * const { photos, broken } = await mergeTallies([first, second], { out: `${folder}/all.tally` });
 * assert.deepEqual([photos, broken], [2, []]);
 * ```
 */
export async function measureDataset(
  config: ConfigInput,
  options: MeasureDatasetOptions = {},
): Promise<TallySummary> {
  const { folder = ".", out = TALLY_FILE, shard = ONLY_SHARD, jobs = null } = options;
  const { note = () => {}, warn = () => {}, tell = () => {} } = options;
  const told = { folder, shard, jobs, note, warn, tell };
  return summarize((await measureInto(out, parseConfig(config), told)).tally);
}

/** What {@linkcode mergeTallies} writes. */
export interface MergeTalliesOptions {
  /**
   * The file of the whole.
   *
   * @default {"convatlas.tally"}
   */
  readonly out?: string;
}

/**
 * Puts the tallies of all parts of a dataset together: in any order, and divided in any way, they give
 * the bytes of one run.
 *
 * @param parts The files of the parts.
 * @param options The file of the whole.
 * @returns How many photos there are, and which could not be measured.
 * @throws {TypeError} If parts are doubled, or of other photos, models or programs, by their names.
 * @throws {RangeError} If parts are missing.
 */
export async function mergeTallies(
  parts: readonly string[],
  { out = TALLY_FILE }: MergeTalliesOptions = {},
): Promise<TallySummary> {
  return summarize(await mergeInto(out, parts));
}

function summarize(
  { origin: { dataset: { photos } }, broken }: Pick<Tally, "origin" | "broken">,
): TallySummary {
  return { photos, broken: broken.toSorted((a, b) => a.place - b.place) };
}
