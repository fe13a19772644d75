import type { Cells } from "../../tensor/area_average.ts";
import { sliceAt, type Tensor } from "../../tensor/tensor.ts";

/** A cell of a map. */
export interface Cell {
  readonly x: number;
  readonly y: number;
  readonly value: number;
}

/** A cell of a map, and whether it reads padding. */
export interface MarkedCell extends Cell {
  /** Null where that is not known, or tells nothing. */
  readonly onPadding: boolean | null;
}

/** A cell of a map of a photo. */
export interface PhotoCell extends MarkedCell {
  /** The id of the photo. */
  readonly photo: string;
}

/** How many cells stand for what excites a kernel. */
export const TOP_CELLS = 9;

/** How {@linkcode findTopCells} chooses. */
export interface TopCellsOptions {
  /** How many cells to find at most. */
  readonly count: number;
  /** How many cells two of them lie apart at least, along one axis or the other. */
  readonly apart: number;
  /**
   * Tells of a cell of all maps whether it comes behind all of which that is not so, however strong
   * it is; none does by default.
   */
  readonly isLast?: (x: number, y: number) => boolean;
}

/**
 * Finds the strongest cells above 0 of every map [channels, height, width],
 * strongest first, of which none stands for the same place as one before it.
 * Equal ones are told apart by their place in reading order.
 */
export function findTopCells(maps: Tensor, options: TopCellsOptions): Cell[][] {
  const [channels = 0, height = 0, width = 0] = maps.dims;
  const turns = listTurns({ height, width }, options.isLast);
  return Array.from({ length: channels }, (_, k) => {
    const found: Cell[] = [];
    for (const turn of turns) {
      addTop(found, { values: sliceAt(maps, k).data, width, turn }, options);
    }
    return found;
  });
}

/** Which cells of all maps are chosen from at a turn: 1, or 0; null for all. */
type Turn = Uint8Array | null;

// First those that are not last, then those that are.
function listTurns({ height, width }: Cells, isLast: TopCellsOptions["isLast"]): Turn[] {
  if (isLast === undefined) return [null];
  const last = new Uint8Array(height * width);
  for (let i = 0; i < last.length; i++) last[i] = Number(isLast(i % width, Math.floor(i / width)));
  return [last.map((each) => 1 - each), last];
}

/** A map whose cells are chosen from. */
interface ChosenMap {
  readonly values: Float32Array;
  readonly width: number;
  readonly turn: Turn;
}

function addTop(found: Cell[], map: ChosenMap, { count, apart }: TopCellsOptions): void {
  if (found.length === count) return;
  const plane = openPlane(map);
  for (const cell of found) clearAround(plane, cell, apart);
  while (found.length < count) {
    const next = findPeak(plane);
    if (next === null) return;
    found.push(next);
    clearAround(plane, next, apart);
  }
}

/** What is left of a map, and where each of its rows is strongest, so that few cells are looked at. */
interface PeakPlane {
  readonly rest: Float32Array;
  readonly width: number;
  /** The place of the first of the strongest cells of each row; −1 where none is above 0. */
  readonly peaks: Int32Array;
}

function openPlane({ values, width, turn }: ChosenMap): PeakPlane {
  const rest = values.slice();
  if (turn !== null) { for (let i = 0; i < rest.length; i++) if (turn[i] === 0) rest[i] = 0; }
  const plane = { rest, width, peaks: new Int32Array(width === 0 ? 0 : rest.length / width) };
  for (let y = 0; y < plane.peaks.length; y++) plane.peaks[y] = findInRow(plane, y);
  return plane;
}

function findInRow({ rest, width }: PeakPlane, y: number): number {
  let peak = -1;
  let most = 0;
  for (let i = y * width; i < (y + 1) * width; i++) {
    const value = rest[i]!;
    if (!(value > most && value < Infinity)) continue;
    peak = i;
    most = value;
  }
  return peak;
}

function findPeak({ rest, width, peaks }: PeakPlane): Cell | null {
  let best = -1;
  for (const peak of peaks) {
    if (peak >= 0 && (best < 0 || rest[peak]! > rest[best]!)) best = peak;
  }
  if (best < 0) return null;
  return { x: best % width, y: Math.floor(best / width), value: rest[best]! };
}

// Takes away a cell, and all that stand for the same place.
function clearAround(plane: PeakPlane, { x, y }: Cell, apart: number): void {
  const { rest, width, peaks } = plane;
  const reach = Math.ceil(apart) - 1; // whole cells
  const [left, right] = [Math.max(0, x - reach), Math.min(width, x + reach + 1)];
  const bottom = Math.min(peaks.length, y + reach + 1);
  for (let row = Math.max(0, y - reach); row < bottom; row++) {
    rest.fill(0, row * width + left, row * width + right);
    peaks[row] = findInRow(plane, row);
  }
}

/** The strongest cells of the maps of a photo, map by map. */
export interface TopOfPhoto {
  /** The id of the photo. */
  readonly photo: string;
  readonly top: readonly (readonly MarkedCell[])[];
}

/**
 * Merges the strongest cells of another photo into those of the photos before it, map by map; of
 * equal ones, that of the earlier photo comes first.
 *
 * @param before Null where it is the first photo.
 * @param last Whether cells on the padding come behind all others.
 */
export function mergeTopCells(
  before: readonly (readonly PhotoCell[])[] | null,
  { photo, top }: TopOfPhoto,
  { last = false }: { readonly last?: boolean } = {},
): PhotoCell[][] {
  const rank = ({ onPadding }: MarkedCell): number => Number(last && onPadding === true);
  return top.map((cells, k) => {
    const all = [...before?.[k] ?? [], ...cells.map((cell) => ({ ...cell, photo }))];
    return all.toSorted((a, b) => rank(a) - rank(b) || b.value - a.value).slice(0, TOP_CELLS);
  });
}
