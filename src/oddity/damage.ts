import type { ReportComparedLayer } from "../report/report_comparison.ts";
import type { OddLayer, Oddness } from "./odd_layer.ts";

// What rounding to half precision, or another order of sums, does is far below.
const LEAST_ERROR = 0.05;
// Where the median map differs by more, the layers do other things: nothing is damaged.
const MOST_MEDIAN = 0.5;

/** Finds the map that differs most from that of the model which a layer's is compared with. */
export function findDamage({ report, model, layer }: OddLayer): Oddness | null {
  const found = report.comparisons.filter(({ b }) => b === model.id).flatMap(({ a, layers }) =>
    layers.filter(({ b }) => b === layer.id).map((compared) => ({ a, compared }))
  );
  const [worst] = found.toSorted((a, b) =>
    (b.compared.worstError ?? 0) - (a.compared.worstError ?? 0)
  );
  if (worst === undefined || worst.compared.worst === null) return null;
  const { worst: { other, kernel, image }, worstError, medianError, images } = worst.compared;
  return {
    ...{ kernel: other, kernels: [other], other: kernel, image, images: images.length },
    value: worstError,
    usual: medianError,
    model: worst.a,
    surprise: rateDamage(worst.compared),
  };
}

function rateDamage({ worstError, medianError }: ReportComparedLayer): number {
  if (worstError === null || worstError < LEAST_ERROR) return 0;
  return (medianError ?? 0) > MOST_MEDIAN ? 0 : 0.8 + 0.15 * Math.min(1, worstError);
}
