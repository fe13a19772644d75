import type { Plan } from "../plan/plan.ts";
import { countAside } from "./aside.ts";
import type { Costs } from "./costs.ts";
import { listExpectedFiles } from "./expected_files.ts";
import { reckonReport } from "./loads.ts";
import type { ExpectedFile, ReportFileKind } from "./report_file.ts";
import type { Shapes } from "./shapes.ts";

/** What a report will take, as far as shapes tell before any model runs. */
export interface Forecast {
  /** How many files there will be. */
  readonly files: number;
  /** How many of them are pictures. */
  readonly pictures: number;
  /** How large they are together. */
  readonly bytes: number;
  /** How many bytes more wait on the disk until it is whole: the maps that are compared. */
  readonly aside: number;
  /** How long it takes on a machine of two cores. */
  readonly seconds: number;
  /** The same by what the files hold, in the order in which that comes up. */
  readonly kinds: readonly KindForecast[];
  /** The largest file; null where there is none. */
  readonly largest: ExpectedFile | null;
}

/** How many files hold one kind of thing, and how large they are together. */
export interface KindForecast {
  /** What the files hold. */
  readonly kind: ReportFileKind;
  /** How many there will be. */
  readonly files: number;
  /** How many bytes they will have. */
  readonly bytes: number;
}

/** Foretells what the report of a plan will take, where nothing fails. */
export function forecastPlan(
  plan: Plan,
  { costs, shapes }: { readonly costs: Costs; readonly shapes: Shapes },
): Forecast {
  const byKind = new Map<ReportFileKind, KindForecast>();
  let pictures = 0;
  let largest: ExpectedFile | null = null;
  for (const file of listExpectedFiles(plan, shapes)) {
    const { kind, bytes } = file;
    const known = byKind.get(kind) ?? { kind, files: 0, bytes: 0 };
    byKind.set(kind, { kind, files: known.files + 1, bytes: known.bytes + bytes });
    if (isPicture(file)) pictures++;
    if (largest === null || bytes > largest.bytes) largest = file;
  }
  const kinds = [...byKind.values()];
  return {
    files: sum(kinds.map(({ files }) => files)),
    pictures,
    bytes: sum(kinds.map(({ bytes }) => bytes)),
    aside: countAside(plan, shapes),
    seconds: reckonReport({ plan, costs }).seconds,
    kinds,
    largest,
  };
}

// Scripts that hold pictures once more are counted among their kind.
function isPicture({ path }: ExpectedFile): boolean {
  return path.endsWith(".png") || path.endsWith(".webp");
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
