import type { ReportComparedLayer, ReportComparison } from "../report/report_comparison.ts";
import { hasSingleCells } from "../report/report_layer.ts";
import type { OddLayer, Oddness } from "./odd_layer.ts";

// What rounding to half precision, or another order of sums, does is far below.
const LEAST_ERROR = 0.05;

/** Finds the map that differs most from that of the model which a layer's is compared with. */
export function findDamage({ report, model, layer }: OddLayer): Oddness | null {
  const found = report.comparisons.filter(({ b }) => b === model.id).flatMap((comparison) => {
    const compared = comparison.layers.find(({ b }) => b === layer.id);
    return compared === undefined ? [] : [tellDamage(compared, comparison, layer)];
  }).filter((each) => each !== null);
  return found.toSorted((a, b) => b.surprise - a.surprise || b.value! - a.value!)[0] ?? null;
}

function tellDamage(
  compared: ReportComparedLayer,
  comparison: ReportComparison,
  layer: OddLayer["layer"],
): Oddness | null {
  const { worst, worstError, medianError, images } = compared;
  if (worst === null || worstError === null) return null;
  // Different networks are no damaged form of each other, and a single cell may be next to 0.
  const isOdd = comparison.learnedAlike && comparison.seenAlike && !hasSingleCells(layer) &&
    worstError >= LEAST_ERROR;
  const own = Math.max(0, worstError - findInherited(comparison, layer));
  return {
    ...{ kernel: worst.other, kernels: [worst.other], other: worst.kernel, image: worst.image },
    ...{ images: images.length, value: worstError, usual: medianError, model: comparison.a },
    surprise: isOdd ? 0.8 + 0.15 * Math.min(1, own) : 0,
  };
}

// Behind a damaged layer all maps differ: what those that a layer reads do is none of its own.
function findInherited({ layers }: ReportComparison, { reads }: OddLayer["layer"]): number {
  const errors = layers.filter(({ b }) => reads.includes(b)).map(({ medianError }) => medianError);
  return Math.max(0, ...errors.map((error) => error ?? 0));
}
