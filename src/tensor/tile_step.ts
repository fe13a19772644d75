/** How the numbers of a tile are counted: number = low + code × step. */
export interface TileStep {
  readonly low: number;
  /**
   * 0 where all finite numbers are alike; NaN where codes cannot tell the numbers well enough; below
   * 0 where numbers have offsets, see tile_bytes.ts.
   */
  readonly step: number;
}

/** What is asked of the numbers of a tile. */
export interface StepOptions {
  /** Whether max(0, x) of them is asked for too. */
  readonly rectified?: boolean;
  /** Whether steps are a 255th of the range, whatever that does to cosines. */
  readonly coarse?: boolean;
  /** Whether no cosine has to hold, as those that are asked for are told: steps are a 511th of the range. */
  readonly loose?: boolean;
}

/** The largest code of a finite number: three more stand for NaN, ∞ and −∞. */
export const MOST_CODE = 65_532;

// Steps are a thousandth of the range at most: four times finer than the grey levels of a picture.
const LEAST_CODES = 1023;

// A bit fewer takes a decimal of three numbers in ten, and is twice as fine as grey levels still.
const LOOSE_CODES = 511;

// As many as a byte tells apart.
const COARSE_CODES = 255;

// Rounding to steps of s moves a cosine of two tiles by some s ÷ √12 · √(1 ÷ ‖a‖² + 1 ÷ ‖b‖²) where
// they are not alike. With s at most this share of ‖a‖, 1e-4 is five times that.
const COARSEST = 4.8e-5;

// A smaller step would have lost digits itself.
const LEAST_STEP = 2 ** -126;

/** The step of a tile, and the largest size of a finite number in it. */
export interface ChosenStep extends TileStep {
  readonly magnitude: number;
}

/** Chooses the step of a tile, so coarse that cosines still hold within 1e-4, where they have to. */
export function chooseStep(
  tile: Float32Array,
  { rectified = false, coarse = false, loose = false }: StepOptions = {},
): ChosenStep {
  const { low, high, centred, above } = sumTile(tile);
  const range = high - low;
  if (!(range > 0)) {
    const only = Number.isFinite(low) ? low : 0;
    return { low: only, step: 0, magnitude: Math.abs(only) };
  }
  // Less its mean, as a correlation takes it; or of what is above 0, where that is asked for and less.
  const norm = Math.sqrt(rectified && above > 0 ? Math.min(centred, above) : centred);
  const least = coarse ? COARSE_CODES : loose ? LOOSE_CODES : LEAST_CODES;
  const codes = coarse || loose ? least : Math.max(least, Math.ceil(range / (COARSEST * norm)));
  const step = Math.fround(range / codes);
  return {
    low,
    step: codes < MOST_CODE && step >= LEAST_STEP ? step : NaN,
    magnitude: Math.max(Math.abs(low), Math.abs(high)),
  };
}

/**
 * Rounds the numbers of a tile to its steps, as single weights are kept in the compact form: what
 * orders by them finds the same order in both.
 */
export function roundTile(tile: Float32Array): Float32Array {
  const { low, step } = chooseStep(tile);
  if (!(step > 0)) return tile;
  const perStep = 1 / step;
  const rounded = tile.slice();
  for (let i = 0; i < rounded.length; i++) {
    const value = rounded[i]!;
    if (Number.isFinite(value)) rounded[i] = low + countSteps(value - low, perStep, 0) * step;
  }
  return rounded;
}

/** Counts the steps of a distance from the lowest number of a tile, `perStep` = 1 ÷ step, and an offset. */
export function countSteps(distance: number, perStep: number, offset: number): number {
  return Math.floor(distance * perStep + offset + 0.5);
}

/** The ends of the finite numbers of a tile, and sums of their squares. */
interface TileSums {
  readonly low: number;
  readonly high: number;
  /** Of the distances from the mean. */
  readonly centred: number;
  /** Of what is above 0. */
  readonly above: number;
}

// In one pass; from the first number on, so that little is lost where all are far from 0.
function sumTile(tile: Float32Array): TileSums {
  let [low, high, sum, squares, above] = [Infinity, -Infinity, 0, 0, 0];
  const first = tile[0] ?? 0;
  for (let i = 0; i < tile.length; i++) {
    const value = tile[i]!;
    const distance = value - first;
    if (value < low) low = value;
    if (value > high) high = value;
    if (value > 0) above += value * value;
    sum += distance;
    squares += distance * distance;
  }
  if (!Number.isFinite(squares)) return sumTile(tile.filter(Number.isFinite));
  return { low, high, centred: Math.max(0, squares - sum * sum / tile.length), above };
}
