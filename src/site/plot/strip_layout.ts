import type { MeasureColumn } from "../measure_columns.ts";

/** The sheet of a strip, in units of its viewBox, and the ends of the line that marks a value. */
export const STRIP = { width: 200, height: 18, top: 1, bottom: 17 } as const;

/** A measure of all pairs as ticks along a strip. */
export interface StripLayout {
  /** Where they stand from the left; those that fall together stand there once. */
  readonly ticks: readonly string[];
  /** Tells where a value stands. */
  readonly place: (value: number) => string;
}

/** Lays out the values of a measure along a strip. */
export function layoutStrip(column: MeasureColumn): StripLayout {
  const toX = placeValues(column);
  const place = (value: number): string => toX(value).toFixed(1);
  const known = column.values.filter((value) => value !== null);
  return { ticks: [...new Set(known.map(place))], place };
}

const MARGIN = 2;
const LENGTH = STRIP.width - 2 * MARGIN;

// Gains and norms spread over decades.
const LOGARITHMIC = new Set(["norm", "dcGain", "lumaGain"]);
const LEAST_SHARE = 1e-4;

function placeValues({ id, values }: MeasureColumn): (value: number) => number {
  const known = values.filter((value) => value !== null && Number.isFinite(value)) as number[];
  const most = known.reduce((a, b) => Math.max(a, b), -Infinity);
  const log = LOGARITHMIC.has(id) && most > 0;
  const scale = (value: number) => log ? Math.log(Math.max(value, most * LEAST_SHARE)) : value;
  const low = scale(known.reduce((a, b) => Math.min(a, b), Infinity));
  const span = scale(most) - low;
  return (value) => MARGIN + (span > 0 ? LENGTH * (scale(value) - low) / span : LENGTH / 2);
}

// How high a tick is, about the middle.
const TICK = 9;

/** Draws the ticks of a strip as a path. */
export function drawTicks(ticks: readonly string[]): string {
  return ticks.map((x) => `M${x} ${(STRIP.height - TICK + 1) / 2}v${TICK}`).join("");
}
