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
}

/** The largest code of a finite number: three more stand for NaN, ∞ and −∞. */
export const MOST_CODE = 65_532;

// Steps are a thousandth of the range at most: four times finer than the grey levels of a picture.
const LEAST_CODES = 1023;

// Rounding to steps of s moves a cosine of two tiles by some s ÷ √12 · √(1 ÷ ‖a‖² + 1 ÷ ‖b‖²) where
// they are not alike. With s at most this share of ‖a‖, 1e-4 is five times that.
const COARSEST = 4.8e-5;

// A smaller step would have lost digits itself.
const LEAST_STEP = 2 ** -126;

/** Chooses the step of a tile, so coarse that cosines still hold within 1e-4. */
export function chooseStep(tile: Float32Array, { rectified = false }: StepOptions = {}): TileStep {
  const { low, high, mean } = measureRange(tile);
  const range = high - low;
  if (!(range > 0)) return { low: Number.isFinite(low) ? low : 0, step: 0 };
  const norm = measureNorm(tile, mean, rectified);
  const codes = Math.max(LEAST_CODES, Math.ceil(range / (COARSEST * norm)));
  const step = Math.fround(range / codes);
  return { low, step: codes < MOST_CODE && step >= LEAST_STEP ? step : NaN };
}

/**
 * Rounds the numbers of a tile to its steps, as single weights are kept in the compact form: what
 * orders by them finds the same order in both.
 */
export function roundTile(tile: Float32Array): Float32Array {
  const { low, step } = chooseStep(tile);
  if (!(step > 0)) return tile;
  return tile.map((value) =>
    Number.isFinite(value) ? low + countSteps(value - low, 1 / step, 0) * step : value
  );
}

/** Counts the steps of a distance from the lowest number of a tile, `perStep` = 1 ÷ step, and an offset. */
export function countSteps(distance: number, perStep: number, offset: number): number {
  return Math.floor(distance * perStep + offset + 0.5);
}

// Of what is finite.
function measureRange(
  tile: Float32Array,
): { readonly low: number; readonly high: number; readonly mean: number } {
  let [low, high, sum, count] = [Infinity, -Infinity, 0, 0];
  for (let i = 0; i < tile.length; i++) {
    const value = tile[i]!;
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
    sum += value;
    count++;
  }
  return { low, high, mean: sum / count };
}

// Less its mean, as a correlation takes it; or of what is above 0, where that is asked for and less.
function measureNorm(tile: Float32Array, mean: number, rectified: boolean): number {
  let [centred, above] = [0, 0];
  for (let i = 0; i < tile.length; i++) {
    const value = tile[i]!;
    if (!Number.isFinite(value)) continue;
    centred += (value - mean) ** 2;
    if (value > 0) above += value * value;
  }
  return Math.sqrt(rectified && above > 0 ? Math.min(centred, above) : centred);
}
