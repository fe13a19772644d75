import type { What } from "../../analysis/class/what.ts";
import type { LayerReport } from "../../report/layer_report.ts";

// Grey ones are the plainest.
const TELLING: readonly What[] = ["colour edge", "line", "edge"];

/**
 * Chooses the pair that tells most of what kernels do: of kernels like edges, whose maps are on in
 * some places and strongest inside, the clearest and strongest; pair 0 where nothing was measured.
 */
export function findTellingPair(measures: LayerReport | null): number {
  const { kernels = null, classes = null } = measures ?? {};
  if (measures === null || kernels === null) return 0;
  const scores = kernels.index.map((k) => {
    const clear = (kernels.coherence[k] ?? 0) * (kernels.norm[k] ?? 0);
    return [
      Number(isLively(measures, k)),
      TELLING.indexOf(classes?.what[k] ?? "other"),
      clear,
    ] as const;
  });
  return scores.reduce((best, score, k) => compare(score, scores[best]!) > 0 ? k : best, 0);
}

// Its map has both light and dark, and what is lightest is part of the photo.
function isLively({ classes, condition }: LayerReport, k: number): boolean {
  const when = classes?.when[k] ?? null;
  if (when === "never" || when === "always" || classes?.where[k] === "padding") return false;
  return ![...condition?.constant ?? [], ...condition?.nonFinite ?? []].includes(k);
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, i) => value !== other[i]);
  return at < 0 ? 0 : one[at]! - other[at]!;
}
