import { sumDirections } from "./direction.ts";
import { FLAT_TUNING } from "./orientation_tuning.ts";

/** To which hues a kernel responds. */
export interface HueTuning {
  /**
   * The one that it prefers, in degrees from 0 up to 360: 0 is red, 120 green, 240 blue; of two
   * opposite ones the first, below 180; null where it is flat.
   */
  readonly hue: number | null;
  /** Whether it responds to that hue and to its opposite more than to those between. */
  readonly opponent: boolean | null;
  /** How much one hue, or one and its opposite, lead the others, 0 to 1. */
  readonly hueSelectivity: number | null;
}

// Of one hue alone, or of two a third of the circle apart, both are as long, but for their last bits.
const TIE = 1e-9;

const UNKNOWN: HueTuning = { hue: null, opponent: null, hueSelectivity: null };

/**
 * Measures the tuning to hue: by the arrow that the responses add up to, or by the axis where that
 * is longer; what answers to one hue alone prefers that, not its opposite.
 *
 *     selectivity = max(|Σ r e^(i hue)|, |Σ r e^(2 i hue)|) / Σ r
 *
 * @param curve The responses, a hue each.
 */
export function measureHueTuning(curve: readonly number[], hues: readonly number[]): HueTuning {
  const [arrow, axis] = [1, 2].map((harmonic) => sumDirections(curve, hues, harmonic));
  if (!arrow || !axis) return UNKNOWN;
  const opponent = axis.selectivity - arrow.selectivity > TIE;
  const { angle, selectivity } = opponent ? axis : arrow;
  if (selectivity < FLAT_TUNING) return { ...UNKNOWN, hueSelectivity: selectivity };
  return { hue: angle, opponent, hueSelectivity: selectivity };
}
