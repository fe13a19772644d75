import sharp from "sharp";
import type { Rgb } from "../../../src/page/tile/colour_stops.ts";

/** How many cells a map of the miniature's first layer has along each axis. */
export const SIDE = 32;

/** Some cells of such a map: corners, and others here and there. */
export const CELLS: readonly (readonly [row: number, column: number])[] = [
  [0, 0],
  [3, 17],
  [9, 4],
  [16, 16],
  [25, 30],
  [31, 31],
];

/** Where a map stands on a screen, in pixels. */
export interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

/** Gives the colours of the cells of a map as a screen, a PNG, shows them. */
export async function readColours(
  screen: Uint8Array,
  place?: Place,
): Promise<(row: number, column: number) => Rgb> {
  const { data, info } = await sharp(screen).removeAlpha().raw()
    .toBuffer({ resolveWithObject: true });
  const { left, top, width } = place ?? { left: 0, top: 0, width: info.width };
  return (row, column) => {
    const x = Math.floor(left + (column + 0.5) * width / SIDE);
    const y = Math.floor(top + (row + 0.5) * width / SIDE);
    const at = (y * info.width + x) * 3;
    return [data[at]!, data[at + 1]!, data[at + 2]!];
  };
}
