import { fitBell } from "./bell.ts";
import { sumDirections } from "./direction.ts";

/** To which directions of stripes a kernel responds. */
export interface OrientationTuning {
  /** Along which way they run that it prefers, in degrees from 0 up to 180; null where it is flat. */
  readonly orientation: number | null;
  /** How many degrees lie between the half-heights; null where it falls to half nowhere. */
  readonly orientationBandwidth: number | null;
  /** 1 − the circular variance, 0 to 1. */
  readonly orientationSelectivity: number | null;
}

/** The selectivity below which what a kernel prefers is an accident. */
export const FLAT_TUNING = 0.1;

/**
 * Measures the tuning to orientation.
 *
 * @param curve The responses at the frequency that it prefers, an orientation each.
 * @param sums The same of all frequencies together, as edges have many: they tell the direction.
 * @see Ringach, Shapley and Hawken, Orientation selectivity in macaque V1, 2002
 */
export function measureOrientationTuning(
  { curve, sums }: { readonly curve: readonly number[]; readonly sums: readonly number[] },
  orientations: readonly number[],
): OrientationTuning {
  const led = sumDirections(curve, orientations, 2);
  if (led === null) {
    return { orientation: null, orientationBandwidth: null, orientationSelectivity: null };
  }
  const { selectivity } = led;
  const isFlat = selectivity < FLAT_TUNING;
  return {
    orientation: isFlat ? null : sumDirections(sums, orientations, 2)!.angle,
    orientationBandwidth: isFlat ? null : measureWidth(curve, orientations),
    orientationSelectivity: selectivity,
  };
}

function measureWidth(curve: readonly number[], orientations: readonly number[]): number | null {
  const most = Math.max(...curve);
  if (Math.min(...curve) > most / 2) return null;
  const [at, step] = [curve.indexOf(most), 180 / orientations.length];
  const around = [curve.at(at - 1)!, most, curve[(at + 1) % curve.length]!] as const;
  const bell = fitBell([-step, 0, step], around);
  return bell && Math.min(180, 2 * bell.half);
}
