import type { Raster, Size } from "./raster.ts";

/** Stripes of one frequency. */
export interface Grating {
  /** Along which way they run, in degrees, counter-clockwise: 0 lies like –, 90 like |. */
  readonly orientation: number;
  /** In cycles per pixel. */
  readonly frequency: number;
}

const MIDDLE = 127.5;

// From black to white.
const GREY: Shift = [MIDDLE, MIDDLE, MIDDLE];

/** Paints plain grey, halfway from black to white. */
export function paintGrey(size: Size): Raster {
  return paintShares(size, GREY, (_, shares) => shares.fill(0));
}

/** Paints a grating from black to white. */
export function paintGrating(size: Size, grating: Grating): Raster {
  return paintShares(size, GREY, createWave(size, grating));
}

/** Gratings of one hue, side by side. */
export interface HueSheet {
  /** In degrees: 0 is red, 60 yellow, 120 green. */
  readonly hue: number;
  /** What is in each of nine fields, row by row; null for the hue without stripes. */
  readonly fields: readonly (Grating | null)[];
}

const FIELDS = 3;

/**
 * Paints gratings of one hue on grey, in three rows of three fields. Red, green and blue add up to the
 * same everywhere, so that what weighs them alike sees plain grey.
 */
export function paintHueSheet(size: Size, { hue, fields }: HueSheet): Raster {
  const waves = fields.map((grating) => grating && createWave(size, grating));
  const row = new Float64Array(size.width);
  return paintShares(size, findShift(hue), (y, shares) => {
    const first = Math.floor(FIELDS * y / size.height) * FIELDS;
    for (let column = 0, x = 0; column < FIELDS; column++) {
      const wave = waves[first + column];
      if (wave) wave(y, row);
      else row.fill(1);
      const end = Math.ceil((column + 1) * size.width / FIELDS);
      for (; x < end; x++) shares[x] = (1 + row[x]!) / 2;
    }
  });
}

/** Gives red, green and blue of a hue as it is painted, 0 to 255. */
export function colourHue(hue: number): readonly number[] {
  return findShift(hue).map(toLevel);
}

/** How far the levels of red, green and blue go from the middle. */
type Shift = readonly [number, number, number];

// The farthest from grey that levels go along a hue, in the plane where they add up to the same.
function findShift(hue: number): Shift {
  const turn = hue * Math.PI / 180;
  const [red, across] = [Math.cos(turn), Math.sin(turn) * Math.sqrt(3)];
  return [MIDDLE * red, MIDDLE * (across - red) / 2, MIDDLE * (-across - red) / 2];
}

/** Tells what of a shift is at each pixel of a row, −1 to 1. */
type TellShares = (y: number, shares: Float64Array) => void;

// Rows count downwards. cos (a + b) = cos a cos b − sin a sin b takes a cosine a row and a column, not
// one a pixel.
function createWave({ width, height }: Size, { orientation, frequency }: Grating): TellShares {
  const turn = orientation * Math.PI / 180;
  const across = turnThrough(width, 2 * Math.PI * frequency * Math.sin(turn));
  const down = turnThrough(height, 2 * Math.PI * frequency * Math.cos(turn));
  return (y, shares) => {
    const cosine = down.cosine[y]!;
    const sine = down.sine[y]!;
    for (let x = 0; x < width; x++) {
      shares[x] = across.cosine[x]! * cosine - across.sine[x]! * sine;
    }
  };
}

function turnThrough(
  length: number,
  step: number,
): { readonly cosine: Float64Array; readonly sine: Float64Array } {
  return {
    cosine: Float64Array.from({ length }, (_, i) => Math.cos(step * i)),
    sine: Float64Array.from({ length }, (_, i) => Math.sin(step * i)),
  };
}

function paintShares(
  { width, height }: Size,
  [red, green, blue]: Shift,
  tellShares: TellShares,
): Raster {
  const data = new Uint8Array(3 * width * height);
  const shares = new Float64Array(width);
  for (let y = 0, at = 0; y < height; y++) {
    tellShares(y, shares);
    for (let x = 0; x < width; x++, at += 3) {
      const share = shares[x]!;
      data[at] = toLevel(red * share);
      data[at + 1] = toLevel(green * share);
      data[at + 2] = toLevel(blue * share);
    }
  }
  return { width, height, channels: 3, data };
}

// Halves go up, though each machine has other last bits of cosines.
function toLevel(shift: number): number {
  return Math.floor(MIDDLE + shift + 0.501);
}
