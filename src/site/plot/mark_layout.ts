import type { Size } from "../../raster/raster.ts";
import { clampBetween } from "./axis.ts";
import { FRAME, type Point } from "./scatter_layout.ts";

/** The corner of a kernel's tile in a scatter at its left and top, in units of the viewBox. */
export interface Mark {
  readonly x: number;
  readonly y: number;
}

/** How many tiles a scatter holds: more would be looked at one by one, as in the grids. */
export const MOST_MARKS = 40;

/** How many points are tried: those of a layer of thousands hide each other, and take their time. */
const MOST_TRIED = 128;

/**
 * Lays out the points of a scatter that stand as tiles of their kernels, by kernel: from the highest
 * down, on the point or beside it, wherever a tile overlaps no other and covers no other point. Tiles
 * stay inside the axes.
 */
export function layoutMarks(points: readonly Point[], size: Size): ReadonlyMap<number, Mark> {
  const marks = new Map<number, Mark>();
  const taken: Mark[] = [];
  const highest = points.toSorted((a, b) => a.y - b.y || a.x - b.x || a.k - b.k);
  for (const point of highest.slice(0, MOST_TRIED)) {
    const mark = listPlaces(point, size).find((place) =>
      isInside(place, size) &&
      !taken.some((other) => overlap(place, other, size)) &&
      !points.some((other) => other !== point && covers(place, other, size))
    );
    if (mark === undefined) continue;
    marks.set(point.k, mark);
    taken.push(mark);
    if (marks.size === MOST_MARKS) break;
  }
  return marks;
}

// How far beside its point a tile stands: next to the symbol, or with a line that leads to it.
const BESIDE = [7, 24];
// To the sides, then across, upwards first: there are fewer points.
const SIDES = [[0, -1], [-1, 0], [1, 0], [-1, -1], [1, -1], [0, 1], [-1, 1], [1, 1]] as const;

function listPlaces({ x, y }: Point, { width, height }: Size): readonly Mark[] {
  const on = {
    x: Math.round(clampBetween(x - width / 2, FRAME.left, FRAME.right - width)),
    y: Math.round(clampBetween(y - height / 2, FRAME.top, FRAME.bottom - height)),
  };
  const beside = BESIDE.flatMap((gap) =>
    SIDES.map(([right, down]) => ({
      x: Math.round(x - width / 2 + right * (width / 2 + gap)),
      y: Math.round(y - height / 2 + down * (height / 2 + gap)),
    }))
  );
  return [on, ...beside];
}

function isInside({ x, y }: Mark, { width, height }: Size): boolean {
  return x >= FRAME.left && x + width <= FRAME.right && y >= FRAME.top &&
    y + height <= FRAME.bottom;
}

// Half of a symbol, so that what lies beside a tile is seen whole.
const SYMBOL = 4;

function covers({ x, y }: Mark, point: Point, { width, height }: Size): boolean {
  return point.x > x - SYMBOL && point.x < x + width + SYMBOL &&
    point.y > y - SYMBOL && point.y < y + height + SYMBOL;
}

// Between the frames of tiles.
const GAP = 4;

function overlap(one: Mark, other: Mark, { width, height }: Size): boolean {
  return Math.abs(one.x - other.x) < width + GAP && Math.abs(one.y - other.y) < height + GAP;
}
