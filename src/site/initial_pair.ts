import type { LayerReport } from "../report/layer_report.ts";

// What stands on the screen when the page opens.
const FIRST = 64;

/**
 * Finds the pair that a page shows at first: of the first ones the one whose map keeps most of the
 * picture, and whose kernel has a colour where that is known. Of those whose strongest cells read
 * padding none, unless there are no others; pair 0 where nothing was measured.
 */
export function chooseInitialPair(
  measures: Pick<LayerReport, "kernels" | "averages" | "maps" | "onPadding"> | null,
): number {
  const { kernels = null, averages = null, maps = [], onPadding = null } = measures ?? {};
  const isOnPadding = (k: number): boolean =>
    maps[0]?.strongest.onPadding[k] === true || (onPadding?.includes(k) ?? false);
  const scores = (averages?.keepsPicture ?? []).slice(0, FIRST)
    .map((kept, k) => (kept ?? 0) * (kernels?.chroma[k] ?? 1));
  const inside = scores.map((score, k) => isOnPadding(k) ? -1 : score);
  const best = inside.some((score) => score >= 0) ? inside : scores;
  return Math.max(0, best.indexOf(Math.max(...best)));
}
