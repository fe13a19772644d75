import type { GratingAxes } from "../../analysis/tuning/grating_axes.ts";
import { type Grating, paintGrating, paintGrey, paintHueSheet } from "../../raster/grating.ts";
import type { Raster, Size } from "../../raster/raster.ts";

// Edges of all directions, fine and coarse ones, around the hue itself: what is coloured is tuned to
// a hue through one of them.
const ORIENTATIONS = [0, 45, 90, 135];
const FREQUENCIES = [0.06, 0.15];

/** Paints the pictures of a tuning one after the other: grey, the gratings, a sheet a hue. */
export function* paintStimuli(
  size: Size,
  { orientations, frequencies, hues }: GratingAxes,
): Generator<Raster> {
  yield paintGrey(size);
  for (const grating of cross(orientations, frequencies)) yield paintGrating(size, grating);
  const around = cross(ORIENTATIONS, FREQUENCIES);
  const fields = [...around.slice(0, 4), null, ...around.slice(4)];
  for (const hue of hues) yield paintHueSheet(size, { hue, fields });
}

function cross(orientations: readonly number[], frequencies: readonly number[]): Grating[] {
  return orientations.flatMap((orientation) =>
    frequencies.map((frequency) => ({ orientation, frequency }))
  );
}
