import { type CellReads, readCell } from "../../onnx/field/cell_reads.ts";
import type { FoundField } from "../../onnx/field/receptive_field.ts";
import type { Size } from "../../raster/raster.ts";

/**
 * Tells whether maps can be compared with the photo cell by cell: whether their cells read all of it,
 * beside each other as it lies. Of several samples each is a part; maps of a part of the photo, of a
 * photo that is turned or mirrored, or of pixels in another order are unlike it. Where it is not known
 * what cells read, or each reads the whole photo, the only sample is taken for a picture of all of it.
 *
 * @param of How many samples there are of the photo.
 */
export function showsWhole(field: FoundField, { height, width }: Size, of: number): boolean {
  if (of > 1) return false;
  if ("missing" in field || field.whole) return true;
  const { cells, reads } = field;
  if (cells.length !== 2 || reads.length !== 2) return false;
  return goesAlong(reads[0]!, { axis: 0, count: cells[0]!, extent: height }) &&
    goesAlong(reads[1]!, { axis: 1, count: cells[1]!, extent: width });
}

/** An axis of maps and of the photo. */
interface Axis {
  readonly axis: number;
  readonly count: number;
  /** The size of the photo along it. */
  readonly extent: number;
}

function goesAlong(reads: CellReads, { axis, count, extent }: Axis): boolean {
  if (reads.cells[1 - axis] !== 1) return false; // depends on the other axis too
  const cells = Array.from(
    { length: count },
    (_, i) => readCell(reads, axis === 0 ? [i, 0] : [0, i]),
  ).filter(({ size }) => size > 0);
  const middles = cells.map(({ first, size }) => first + size / 2);
  const ordered = middles.every((middle, i) => i === 0 || middle >= middles[i - 1]!);
  return ordered && coversAll(cells, middles, extent);
}

// But for what a step leaves over.
function coversAll(
  cells: readonly { readonly first: number; readonly size: number }[],
  middles: readonly number[],
  extent: number,
): boolean {
  const [begin = 0, end = begin] = [middles[0], middles.at(-1)];
  const step = cells.length > 1 ? (end - begin) / (cells.length - 1) : 0;
  const least = Math.min(...cells.map(({ first }) => first));
  const most = Math.max(...cells.map(({ first, size }) => first + size));
  return least <= step && extent - most <= step;
}
