import type { Plan } from "../plan/plan.ts";
import type { ExpectedFile, FileKind } from "./expected_files.ts";
import { listFiles } from "./expected_files.ts";
import type { FindSizes } from "./map_sizes.ts";

/** What a report will take, as far as shapes tell before any model runs. */
export interface Forecast {
  readonly files: number;
  readonly bytes: number;
  /** How long it takes on a machine of two cores. */
  readonly seconds: number;
  /** The same by what the files hold, in the order in which kinds come up. */
  readonly kinds: readonly KindForecast[];
  /** The largest file; null where there is none. */
  readonly largest: ExpectedFile | null;
}

/** How many files hold one kind of thing, and how large they are together. */
export interface KindForecast {
  readonly kind: FileKind;
  readonly files: number;
  readonly bytes: number;
}

/** Adds up what the files of a plan will take. */
export function forecastFiles(plan: Plan, findSizes: FindSizes): Omit<Forecast, "seconds"> {
  const kinds = new Map<FileKind, KindForecast>();
  let largest: ExpectedFile | null = null;
  for (const file of listFiles(plan, findSizes)) {
    const { kind, bytes } = file;
    const known = kinds.get(kind) ?? { kind, files: 0, bytes: 0 };
    kinds.set(kind, { kind, files: known.files + 1, bytes: known.bytes + bytes });
    if (largest === null || bytes > largest.bytes) largest = file;
  }
  const all = [...kinds.values()];
  return {
    files: all.reduce((sum, { files }) => sum + files, 0),
    bytes: all.reduce((sum, { bytes }) => sum + bytes, 0),
    kinds: all,
    largest,
  };
}
