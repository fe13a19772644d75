import { findDivisor } from "./divisor.ts";
import { type Law, requireCells, type Steps } from "./steps.ts";

/** How Resize makes the cells along an axis, in the words of its attributes. */
export interface Resizing {
  /** How many cells it reads and writes. */
  readonly read: number;
  readonly written: number;
  readonly scale: number;
  /** The part that is resized, where `coordinates` is `tf_crop_and_resize`, as shares. */
  readonly roi: readonly number[];
  readonly mode: string;
  readonly coordinates: string;
  /** The `nearest_mode`; `simple` as it was before there were any. */
  readonly nearest: string;
  readonly antialias: boolean;
}

// A weight below is what a coordinate in float32 is off by.
const LEAST_WEIGHT = 1e-4;
// Ratios of larger numbers repeat so late that none is told from no law.
const LARGEST_RATIO = 64;

/** Gives the steps of Resize along an axis, as onnxruntime takes them. */
export function resizeSteps(resizing: Resizing): Steps {
  const { written, read, coordinates } = resizing;
  requireCells(written);
  const spans = Array.from({ length: written }, (_, o) => spanOf(resizing, o));
  const cropped = coordinates === "tf_crop_and_resize";
  const outside = spans.map((_, o) => {
    const at = findCoordinate(resizing, o);
    return cropped && (at < 0 || at > read - 1);
  });
  return {
    written,
    begin: (o) => spans[o]![0],
    count: (o) => outside[o] ? 0 : spans[o]![1] - spans[o]![0] + 1,
    apart: 1,
    beyond: "edge",
    law: findLaw(resizing),
  };
}

function findLaw(resizing: Resizing): Law | null {
  const ratio = findRatio(resizing);
  return ratio && {
    ...ratio,
    begin: (o) => spanOf(resizing, o)[0],
    count: (o) => {
      const [first, last] = spanOf(resizing, o);
      return last - first + 1;
    },
    apart: 1,
  };
}

// Some cells further, a whole number of cells further is read.
function findRatio(
  { coordinates, read, written, scale }: Resizing,
): { readonly period: number; readonly advance: number } | null {
  if (written < 2 || coordinates === "tf_crop_and_resize") return null;
  if (coordinates === "align_corners") {
    const shared = findDivisor(written - 1, read - 1);
    return read < 2 ? null : { period: (written - 1) / shared, advance: (read - 1) / shared };
  }
  for (let advance = 1; advance <= LARGEST_RATIO; advance++) {
    const period = Math.round(advance * scale);
    if (period > 0 && Math.abs(advance * scale - period) < 1e-5 * period) {
      return { period, advance };
    }
  }
  return null;
}

// The first and the last cell that cell o reads, those beyond the border as if they were there.
function spanOf(resizing: Resizing, o: number): [first: number, last: number] {
  const at = findCoordinate(resizing, o);
  if (resizing.mode === "nearest") {
    const nearest = findNearest(resizing, at);
    return [nearest, nearest];
  }
  const reach = resizing.mode === "cubic" ? 2 : 1;
  if (resizing.antialias && resizing.scale < 1) return widenSpan(at, reach / resizing.scale);
  const floor = Math.floor(at + LEAST_WEIGHT);
  if (at - floor < LEAST_WEIGHT) return [floor, floor];
  return [floor - reach + 1, floor + reach];
}

// A filter as wide as what a cell stands for; at its ends it is 0.
function widenSpan(at: number, reach: number): [first: number, last: number] {
  const less = LEAST_WEIGHT * reach;
  return [Math.ceil(at - reach + less), Math.floor(at + reach - less)];
}

// In float32, as the runtime computes it: at ties its rounding tells which cell is read.
function findCoordinate(resizing: Resizing, o: number): number {
  const { coordinates, read, written, scale, roi: [start = 0, end = 1] } = resizing;
  const halfway = () => round(round(round(o + 0.5) / scale) - 0.5);
  switch (coordinates) {
    case "asymmetric":
      return round(o / scale);
    case "pytorch_half_pixel":
      return written > 1 ? halfway() : 0;
    case "tf_half_pixel_for_nn":
      return round(round(o + 0.5) / scale);
    case "align_corners":
      return written === 1 ? 0 : round(round(o * (read - 1)) / (written - 1));
    case "tf_crop_and_resize":
      return written > 1
        ? start * (read - 1) + o * (end - start) * (read - 1) / (written - 1)
        : 0.5 * (start + end) * (read - 1);
    case "half_pixel_symmetric":
      return round(read / 2 * (1 - written / (scale * read)) + halfway());
    default:
      return halfway();
  }
}

const round = Math.fround;

function findNearest({ nearest, scale }: Resizing, at: number): number {
  switch (nearest) {
    case "floor":
      return Math.floor(at);
    case "ceil":
      return Math.ceil(at);
    case "round_prefer_ceil":
      return Math.floor(at + 0.5);
    case "simple":
      return scale < 1 ? Math.ceil(at) : Math.trunc(at);
    default:
      return Math.ceil(at - 0.5);
  }
}
