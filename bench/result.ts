import type { Cost } from "./measured_process.ts";
import type { OutputSize } from "./output_kinds.ts";
import type { StageTimes } from "./profile.ts";

/** What one round cost: the report, and what it is compared with. */
export interface Round {
  readonly report: Cost;
  readonly floor: Cost | null;
  readonly chapter: Cost | null;
}

/** How many times as long something takes as something else. */
export interface Ratio {
  readonly wall: number;
  /** By the time of the processors, which a busy machine changes little. */
  readonly cpu: number | null;
}

/** What the report of a model on so many photos costs. */
export interface Result extends Round {
  readonly model: string;
  readonly photos: number;
  /** The report over the floor. */
  readonly overFloor: Ratio | null;
  /** The chapter's way over the report. */
  readonly fasterThanChapter: Ratio | null;
  readonly output: OutputSize;
  readonly stages: StageTimes | null;
}

/** Takes the medians of rounds; those of ratios are of the ratios within a round. */
export function summarizeRounds(
  rounds: readonly Round[],
): Pick<Result, keyof Round | "overFloor" | "fasterThanChapter"> {
  return {
    report: medianCost(rounds.map(({ report }) => report))!,
    floor: medianCost(rounds.flatMap(({ floor }) => floor ?? [])),
    chapter: medianCost(rounds.flatMap(({ chapter }) => chapter ?? [])),
    overFloor: medianRatio(rounds.map(({ report, floor }) => [report, floor])),
    fasterThanChapter: medianRatio(rounds.map(({ report, chapter }) => [chapter, report])),
  };
}

type Pair<T> = readonly [over: T, under: T];

/** Takes the medians of ratios of those of which both are known; null of none. */
export function medianRatio(pairs: readonly Pair<Cost | null>[]): Ratio | null {
  const there = pairs.filter((pair): pair is Pair<Cost> => !pair.includes(null));
  const wall = median(there.map(([over, under]) => over.wall / under.wall));
  const cpu = there.flatMap(([over, under]) =>
    over.cpu === null || under.cpu === null ? [] : over.cpu / under.cpu
  );
  return wall === null ? null : { wall, cpu: median(cpu) };
}

/** Takes the medians of costs; null of none. */
export function medianCost(costs: readonly Cost[]): Cost | null {
  const wall = median(costs.map(({ wall }) => wall));
  return wall === null ? null : {
    wall,
    cpu: median(costs.flatMap(({ cpu }) => cpu ?? [])),
    peak: median(costs.flatMap(({ peak }) => peak ?? [])),
  };
}

function median(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.slice((sorted.length - 1) >> 1, (sorted.length >> 1) + 1);
  return middle.length === 0 ? null : (middle[0]! + middle.at(-1)!) / 2;
}
