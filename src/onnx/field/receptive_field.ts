import type { CellReads } from "./cell_reads.ts";
import { type EvenCourse, readAt } from "./course.ts";
import type { PhotoTrace } from "./photo_trace.ts";
import type { PixelReach } from "./pixel_reach.ts";
import { compactReach } from "./reach_layout.ts";
import { pickSteps } from "./steps.ts";
import {
  dropAxes,
  readsPhoto,
  reduceAxes,
  reshapeTraced,
  stepAxis,
  type Traced,
} from "./traced.ts";
import type { Reason } from "../../reason/reason.ts";

/** What one cell of a map reads of the photo, along each spatial axis, in pixels. */
export interface ReceptiveField {
  /** How many pixels a cell reads. */
  readonly size: readonly number[];
  /** How many pixels lie between what neighbouring cells read; 0 where all read the same. */
  readonly stride: readonly number[];
  /** The first pixel that cell 0 reads; negative within the padding. */
  readonly offset: readonly number[];
}

/** What the cells of a map read of a photo of one size. */
export interface MapField {
  /** How many cells the map has along each axis. */
  readonly cells: readonly number[];
  /** The line that the fields of cells away from the border lie on; null where there is none. */
  readonly line: ReceptiveField | null;
  /** What each cell reads along each axis of the photo. */
  readonly reads: readonly CellReads[];
  /** Whether the line says it for every cell, as far as the photo goes. */
  readonly straight: boolean;
  /** Whether every cell reads the whole photo. */
  readonly whole: boolean;
}

/** The field of a map, or why it is not known. */
export type FoundField = MapField | { readonly missing: Reason };

// Fields of which every cell has one of its own; larger maps of this kind are not listed.
const MOST_LISTED = 1 << 14;

/**
 * Finds what the cells of a map read of the photo: all its channels together, of one sample.
 *
 * @param trace A trace of {@linkcode tracePhoto}.
 * @param tensor The name of the maps, [samples, channels, …space]; where there is no space, each is one
 * cell.
 */
export function findMapField(
  trace: PhotoTrace,
  tensor: string,
  { sample = 0 } = {},
): FoundField {
  const traced = trace.tensors.get(tensor);
  if (traced === undefined) return { missing: { code: "field-empty" } };
  if (!("dims" in traced)) {
    const { op, name: node } = traced;
    return { missing: { code: "field-unknown-behind", op, node } };
  }
  const map = mapOf(traced, sample);
  if (!readsPhoto(map)) return { missing: { code: "field-empty" } };
  const extents = trace.photo.axes.map((axis) => trace.photo.dims[axis]!);
  const whole = map.reaches.every(({ first, past }, k) =>
    first.every((pixel, i) => pixel === 0 && past[i] === extents[k])
  );
  const only = whole && map.dims.every((count) => count === 1);
  const laid = map.reaches.map((reach, k) =>
    findLaid(only ? { ...reach, course: { kind: "whole" } } : reach, k, extents[k]!)
  );
  if (laid.some(({ reads }) => reads.first.length > MOST_LISTED)) {
    return { missing: { code: "field-of-each-cell" } };
  }
  const fits = map.dims.length === extents.length;
  return {
    cells: map.dims,
    line: fits ? joinLines(laid.map(({ line }) => line)) : null,
    reads: laid.map(({ reads }) => reads),
    straight: fits && laid.every(({ straight }) => straight),
    whole,
  };
}

function mapOf(traced: Traced, sample: number): Traced {
  const one = traced.dims[0] === 1 ? traced : stepAxis(traced, 0, pickSteps([sample]));
  const map = dropAxes(reduceAxes(one, [1]), [0, 1]);
  return map.dims.length > 0 ? map : reshapeTraced(map, map.reaches.map(() => 1));
}

/** What the cells of a map read along an axis of the photo, and the line of it. */
interface Laid {
  readonly reads: CellReads;
  readonly line: Line | null;
  readonly straight: boolean;
}

interface Line {
  readonly size: number;
  readonly stride: number;
  readonly offset: number;
}

function joinLines(lines: readonly (Line | null)[]): ReceptiveField | null {
  if (lines.includes(null)) return null;
  const known = lines as readonly Line[];
  return {
    size: known.map(({ size }) => size),
    stride: known.map(({ stride }) => stride),
    offset: known.map(({ offset }) => offset),
  };
}

function findLaid(own: PixelReach, axis: number, extent: number): Laid {
  const reach = own.course.kind === "even" ? own : compactReach(own);
  const even = findEven(reach, axis, extent);
  const reads = listReads(reach, even, extent);
  const listed = reads.first.length !== even?.first.length || reads.step !== even.advance;
  if (even === null || even.axis !== axis || even.first.length > 1) {
    return { reads, line: null, straight: false };
  }
  const [[first, past], stride] = [readAt(even, 0), even.advance];
  return { reads, line: { size: past - first, stride, offset: first }, straight: !listed };
}

// By the course, unless all cells read the same, or by what cells away from the border read.
function findEven(reach: PixelReach, axis: number, extent: number): EvenCourse | null {
  const { course, first, past } = reach;
  if (course.kind === "even" && (!course.loose || isTight(reach, course, extent))) return course;
  if (first.length === 1 && first[0]! < past[0]!) {
    return evenly(axis, 0, first[0]!, past[0]!);
  }
  return fitCourse(reach, axis, extent);
}

function evenly(axis: number, advance: number, first: number, past: number): EvenCourse {
  return { kind: "even", axis, advance, first: [first], past: [past], loose: false };
}

// Whether every cell reads what the course says, and both ends of it are seen within the photo.
function isTight({ dims, first, past }: PixelReach, course: EvenCourse, extent: number): boolean {
  if (dims[course.axis] !== first.length) return false;
  const told = [...first.keys()].map((i) => readAt(course, i));
  const same = told.every(([from, to], i) =>
    Math.max(0, from) === first[i] && Math.min(extent, to) === past[i]
  );
  return same && told.some(([from]) => from >= 0) && told.some(([, to]) => to <= extent);
}

function fitCourse(
  { dims, first, past }: PixelReach,
  axis: number,
  extent: number,
): EvenCourse | null {
  if (dims[axis] !== first.length) return null;
  const inner = [...first.keys()].filter((i) => first[i]! > 0 && past[i]! < extent);
  const [a, b] = inner;
  if (a === undefined || b !== a + 1 || inner.length < 3) return null;
  const advance = first[b]! - first[a]!;
  const begin = first[a]! - a * advance;
  const size = past[a]! - first[a]!;
  const fitted = evenly(axis, advance, begin, begin + size);
  const fits = first.every((pixel, i) => {
    const [from, to] = cutAt(fitted, i, extent);
    return inner.includes(i) ? from === pixel && to === past[i] : from <= pixel && to >= past[i]!;
  });
  return fits ? fitted : null;
}

// By the course where the cells go by it as far as the photo goes; else one by one, with what lies
// in the padding where that is known.
function listReads(reach: PixelReach, even: EvenCourse | null, extent: number): CellReads {
  const { dims, first, past } = reach;
  const inner = even === null ? 1 : dims.slice(even.axis + 1).reduce((a, b) => a * b, 1);
  const read = [...first.keys()].map((n): readonly [number, number] => {
    if (first[n]! >= past[n]!) return [0, 0];
    const own = [first[n]!, past[n]!] as const;
    if (even === null) return own;
    const place = Math.floor(n / inner) % dims[even.axis]!;
    return String(cutAt(even, place, extent)) === String(own) ? readAt(even, place) : own;
  });
  const along = even !== null && first.length === dims[even.axis];
  const lawful = along && read.every((own, n) => String(own) === String(readAt(even, n)));
  const [begins, ends, step] = lawful
    ? [even.first, even.past, even.advance]
    : [read.map(([from]) => from), read.map(([, to]) => to), 0];
  return { cells: dims, first: begins, size: begins.map((from, i) => ends[i]! - from), step };
}

function cutAt(even: EvenCourse, place: number, extent: number): [first: number, past: number] {
  const [first, past] = readAt(even, place);
  return [Math.max(0, first), Math.min(extent, past)];
}
