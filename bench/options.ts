import { parseArgs } from "node:util";
import { ARCHITECTURES, type ModelName } from "./network/seeded_model.ts";

/** What is measured beside the report itself. */
const EXTRAS = ["floor", "chapter", "stages", "starts"] as const;

/** One of them. */
export type Extra = (typeof EXTRAS)[number];

/** What is measured, and how. */
export interface BenchOptions {
  readonly models: readonly ModelName[];
  /** The counts of photos. */
  readonly photos: readonly number[];
  readonly runs: number;
  readonly extras: ReadonlySet<Extra>;
  /** The file that the figures are written to as JSON; null where there is none. */
  readonly json: string | null;
  /** The file that a table of the figures is written to as Markdown; null where there is none. */
  readonly markdown: string | null;
  /** The folder that keeps the profiles for a browser's developer tools; null where none does. */
  readonly profiles: string | null;
}

export const USAGE = `deno task bench:report [--models NAME,…] [--photos N,…] [--runs N]
  [--skip EXTRA,…] [--json FILE] [--markdown FILE] [--profiles FOLDER]

  --models    of ${Object.keys(ARCHITECTURES).join(", ")}; default: all
  --photos    how many photos, default: 1,2,10
  --runs      how many runs the medians are of, default: 1
  --skip      of ${EXTRAS.join(", ")}
  --json      write the figures into a file too
  --markdown  write a table of them into a file too, for docs/speed.md
  --profiles  keep where the time goes, for a browser's developer tools
`;

/**
 * Parses the arguments of the bench.
 *
 * @throws {TypeError} If an argument names what is not there.
 */
export function parseOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      models: { type: "string", default: Object.keys(ARCHITECTURES).join() },
      photos: { type: "string", default: "1,2,10" },
      runs: { type: "string", default: "1" },
      skip: { type: "string", default: "" },
      json: { type: "string" },
      markdown: { type: "string" },
      profiles: { type: "string" },
    },
  });
  const skipped = parseNames("skip", values.skip, EXTRAS);
  return {
    models: parseNames("models", values.models, Object.keys(ARCHITECTURES) as ModelName[]),
    photos: values.photos.split(",").map((text) => parseCount("photos", text)),
    runs: parseCount("runs", values.runs),
    extras: new Set(EXTRAS.filter((extra) => !skipped.includes(extra))),
    json: values.json ?? null,
    markdown: values.markdown ?? null,
    profiles: values.profiles ?? null,
  };
}

/** Parses a list of names that are known. */
export function parseNames<Name extends string>(
  option: string,
  text: string,
  known: readonly Name[],
): Name[] {
  return text.split(",").filter((name) => name !== "").map((name) => {
    const found = known.find((each) => each === name);
    if (found !== undefined) return found;
    throw new TypeError(`Cannot find "${name}" of --${option}: there are ${known.join(", ")}`);
  });
}

/** Parses a whole number from 1. */
export function parseCount(option: string, text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1) return count;
  throw new TypeError(`Cannot take "${text}" for --${option}: expected a whole number from 1`);
}
