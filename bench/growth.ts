import type { Result } from "./result.ts";

/** How a report grows with its photos. */
export interface Growth {
  readonly model: string;
  /** What each photo beyond the second takes over what the second took. */
  readonly cpu: number | null;
  readonly wall: number;
  readonly bytes: number;
}

/** Finds how the report of a model grows; null without figures of one photo, of two and of more. */
export function findGrowth(results: readonly Result[]): Growth | null {
  const [one, two] = [1, 2].map((count) => results.find(({ photos }) => photos === count));
  const most = results.reduce((a, b) => a.photos > b.photos ? a : b, results[0]!);
  if (one === undefined || two === undefined || most.photos <= 2) return null;
  const grow = (measure: (result: Result) => number): number =>
    (measure(most) - measure(two)) / (most.photos - 2) / (measure(two) - measure(one));
  return {
    model: one.model,
    cpu: one.report.cpu === null ? null : grow(({ report }) => report.cpu!),
    wall: grow(({ report }) => report.wall),
    bytes: grow(({ output }) => output.bytes),
  };
}
