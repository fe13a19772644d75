import type { LayerData } from "../html/layer_data.ts";

// What stands on the screen when the page opens.
const FIRST = 64;

/**
 * Finds the pair that a page shows at first: of the first ones the one whose map keeps most of the
 * picture, and whose kernel has a colour where that is known. Pair 0 where nothing was measured.
 */
export function findTellingPair({ measures }: Pick<LayerData, "measures">): number {
  const { kernels = null, averages = null } = measures ?? {};
  const scores = (averages?.keepsPicture ?? []).slice(0, FIRST)
    .map((kept, k) => (kept ?? 0) * (kernels?.chroma[k] ?? 1));
  return Math.max(0, scores.indexOf(Math.max(...scores)));
}
