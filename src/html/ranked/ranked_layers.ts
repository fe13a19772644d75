import type { ReportComparedLayer } from "../../report/report_comparison.ts";

/** Puts layers in order: the largest error of a map first, those without one last, by how far kernels moved. */
export function rankLayers(
  layers: readonly ReportComparedLayer[],
): readonly ReportComparedLayer[] {
  const compare = (one: number | null, other: number | null): number => (other ?? -1) - (one ?? -1);
  return layers.toSorted((one, other) =>
    compare(one.worstError, other.worstError) || compare(readMost(one), readMost(other))
  );
}

function readMost({ kernels }: ReportComparedLayer): number | null {
  return kernels?.mostMoved ?? null;
}
