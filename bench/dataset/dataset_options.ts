import { parseArgs } from "node:util";
import { parseCount, parseNames } from "../options.ts";
import { type SubjectName, SUBJECTS } from "./dataset_subject.ts";

/** What is measured of measuring, and how. */
export interface DatasetOptions {
  readonly models: readonly SubjectName[];
  /** The counts of photos. */
  readonly photos: readonly number[];
  /** Into how many parts the most photos are divided; none where only whole runs are measured. */
  readonly shards: readonly number[];
  readonly runs: number;
  /** The folder of the photos, which stay there; null for one that is removed. */
  readonly folder: string | null;
  /** The file that the figures are written to as JSON; null where there is none. */
  readonly json: string | null;
}

export const USAGE = `deno task bench:measure [--models NAME,…] [--photos N,…] [--shards N,…]
  [--runs N] [--folder FOLDER] [--json FILE]

  --models  of ${SUBJECTS.join(", ")}; default: both
  --photos  how many photos, default: 500,1000
  --shards  measure the most photos in so many parts too, and merge these; default: none
  --runs    how many runs the medians are of, default: 1
  --folder  keep the photos there, for the next time
  --json    write the figures into a file too
`;

/**
 * Parses the arguments of the bench.
 *
 * @throws {TypeError} If an argument names what is not there.
 */
export function parseDatasetOptions(args: readonly string[]): DatasetOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      models: { type: "string", default: SUBJECTS.join() },
      photos: { type: "string", default: "500,1000" },
      shards: { type: "string", default: "" },
      runs: { type: "string", default: "1" },
      folder: { type: "string" },
      json: { type: "string" },
    },
  });
  const list = (option: "photos" | "shards"): number[] =>
    values[option].split(",").filter((text) => text !== "").map((text) => parseCount(option, text));
  return {
    models: parseNames("models", values.models, SUBJECTS),
    photos: list("photos"),
    shards: list("shards"),
    runs: parseCount("runs", values.runs),
    folder: values.folder ?? null,
    json: values.json ?? null,
  };
}
