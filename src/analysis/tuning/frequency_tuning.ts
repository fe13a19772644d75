import { fitBell } from "./bell.ts";
import { FLAT_TUNING } from "./orientation_tuning.ts";

/** To which frequencies a kernel responds. */
export interface FrequencyTuning {
  /** The one that it prefers, in cycles per pixel; at an end of the axis that end; null where it is flat. */
  readonly frequency: number | null;
  /** How many octaves lie between the half-heights; null where it does not fall to half on both sides. */
  readonly frequencyBandwidth: number | null;
  /** How much one frequency leads the others, 0 to 1. */
  readonly frequencySelectivity: number | null;
}

const UNKNOWN: FrequencyTuning = {
  ...{ frequency: null, frequencyBandwidth: null, frequencySelectivity: null },
};

/**
 * Measures the tuning to frequency.
 *
 *     selectivity = (1 − mean / most) · n / (n − 1), 0 where all n respond alike, 1 where one does
 *
 * @param curve The responses at the orientation that it prefers, a frequency each.
 */
export function measureFrequencyTuning(
  curve: readonly number[],
  frequencies: readonly number[],
): FrequencyTuning {
  const most = Math.max(...curve);
  if (!(most > 0)) return UNKNOWN;
  const mean = curve.reduce((sum, each) => sum + each, 0) / curve.length;
  const selectivity = (1 - mean / most) * curve.length / (curve.length - 1);
  if (selectivity < FLAT_TUNING) return { ...UNKNOWN, frequencySelectivity: selectivity };
  const at = curve.indexOf(most);
  const isEnd = at === 0 || at === curve.length - 1;
  const bell = isEnd ? null : fitBell(around(frequencies, at), around(curve, at));
  return {
    frequency: bell?.at ?? frequencies[at]!,
    frequencyBandwidth: bell && countOctaves(bell.at - bell.half, bell.at + bell.half),
    frequencySelectivity: selectivity,
  };
}

function around(values: readonly number[], at: number): [number, number, number] {
  return [values[at - 1]!, values[at]!, values[at + 1]!];
}

function countOctaves(low: number, high: number): number | null {
  return low > 0 ? Math.log2(high / low) : null;
}
