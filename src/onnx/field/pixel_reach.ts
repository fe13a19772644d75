import { countElements } from "../../tensor/tensor.ts";
import { type Course, followCourse, uniteCourses } from "./course.ts";
import type { Steps } from "./steps.ts";

/**
 * What the elements of a tensor read of the photo along one of its axes: rows, say. Holes in what
 * an element reads count as read; nothing is read where `first` is not before `past`.
 */
export interface PixelReach {
  /** The tensor's extents; 1 along an axis whose elements read the same. */
  readonly dims: readonly number[];
  /** The first pixel that each element reads, and the one after the last. */
  readonly first: Int32Array;
  readonly past: Int32Array;
  /** What they would read of a photo without borders. */
  readonly course: Course;
}

// Farther than any photo reaches.
const FAR = 1 << 30;
// Elements that differ in what they read; flattened maps of photos have fewer.
const MOST_ELEMENTS = 1 << 22;

/** The reach of what reads nothing of the photo. */
export function reachNothing(rank: number): PixelReach {
  return {
    dims: Array(rank).fill(1),
    first: Int32Array.of(FAR),
    past: Int32Array.of(-FAR),
    course: { kind: "nothing" },
  };
}

/** The reach of the photo itself, whose `axis` has `extent` pixels. */
export function reachPixels(rank: number, axis: number, extent: number): PixelReach {
  return {
    dims: Array.from({ length: rank }, (_, i) => i === axis ? extent : 1),
    first: Int32Array.from({ length: extent }, (_, i) => i),
    past: Int32Array.from({ length: extent }, (_, i) => i + 1),
    course: { kind: "even", axis, advance: 1, first: [0], past: [1], loose: false },
  };
}

/** Whether no element reads anything. */
export function isNothing({ course, first, past }: PixelReach): boolean {
  return course.kind === "nothing" || first.every((pixel, i) => pixel >= past[i]!);
}

/** Whether some element reads nothing. */
export function hasGaps({ first, past }: PixelReach): boolean {
  return first.some((pixel, i) => pixel >= past[i]!);
}

/**
 * Follows a reach through steps along an axis where the tensor has `extent` cells. Which cells read
 * nothing is told where `tells` says so; another reach of the tensor does it otherwise.
 */
export function stepReach(
  reach: PixelReach,
  axis: number,
  steps: Steps,
  { extent, tells }: { readonly extent: number; readonly tells: boolean },
): PixelReach {
  const read = reach.dims[axis]!;
  const course = followCourse(reach.course, axis, steps, read > 1);
  const spans = findSpans(steps, extent);
  if (read === 1 && (!tells || spans.every(({ count }) => count > 0))) return { ...reach, course };
  const [outer, inner] = around(reach.dims, axis);
  const stepped = allot(replaceAt(reach.dims, axis, steps.written), course);
  for (let n = 0; n < outer; n++) {
    spans.forEach(({ begin, count }, o) => {
      const to = (n * steps.written + o) * inner;
      for (let t = 0; t < count; t++) {
        const i = read === 1 ? 0 : begin + t * steps.apart;
        widen(stepped, to, reach, (n * read + i) * inner, inner);
      }
    });
  }
  return stepped;
}

/** The cells that one reads, those beyond the border left out or brought to it. */
interface Span {
  readonly begin: number;
  readonly count: number;
}

function findSpans(steps: Steps, extent: number): Span[] {
  return Array.from({ length: steps.written }, (_, o) => {
    const begin = steps.begin(o);
    const count = steps.count(o);
    const last = begin + (count - 1) * steps.apart;
    if (steps.beyond === "edge") {
      const [from, to] = [begin, last].map((i) => Math.max(0, Math.min(extent - 1, i)));
      return { begin: from!, count: count === 0 ? 0 : to! - from! + 1 };
    }
    const skipped = begin < 0 ? Math.ceil(-begin / steps.apart) : 0;
    const cut = last >= extent ? Math.ceil((last - extent + 1) / steps.apart) : 0;
    return { begin: begin + skipped * steps.apart, count: Math.max(0, count - skipped - cut) };
  });
}

/** Makes elements read also what elements of another reach do. */
export function widen(
  to: PixelReach,
  at: number,
  from: PixelReach,
  begin: number,
  count: number,
): void {
  for (let i = 0; i < count; i++) {
    to.first[at + i] = Math.min(to.first[at + i]!, from.first[begin + i]!);
    to.past[at + i] = Math.max(to.past[at + i]!, from.past[begin + i]!);
  }
}

/** Gives the reach of what reads all elements along some axes, which keep an extent of 1. */
export function reduceReach(reach: PixelReach, axes: readonly number[]): PixelReach {
  const { course } = reach;
  const all = course.kind === "even" && axes.includes(course.axis);
  let reduced: PixelReach = all ? { ...reach, course: { kind: "whole" } } : reach;
  for (const axis of axes) {
    const read = reduced.dims[axis]!;
    if (read === 1) continue;
    const [outer, inner] = around(reduced.dims, axis);
    const next = allot(replaceAt(reduced.dims, axis, 1), reduced.course);
    for (let n = 0; n < outer * read; n++) {
      widen(next, Math.floor(n / read) * inner, reduced, n * inner, inner);
    }
    reduced = next;
  }
  return reduced;
}

/** Gives the reach of what reads all that some reaches of one rank read. */
export function uniteReaches(reaches: readonly PixelReach[]): PixelReach {
  const some = reaches.filter((reach) => !isNothing(reach));
  const [first, ...others] = some;
  if (first === undefined) return reaches[0]!;
  const course = uniteCourses(some.map((reach) => reach.course));
  if (others.every((other) => readsSame(first, other))) return { ...first, course };
  const dims = first.dims.map((_, axis) => findWidest(some, axis));
  const united = allot(dims, course);
  for (const reach of some) widen(united, 0, repeatReach(reach, dims), 0, united.first.length);
  return united;
}

/** Finds the largest of the extents of some reaches along an axis. */
export function findWidest(reaches: readonly PixelReach[], axis: number): number {
  return reaches.reduce((most, { dims }) => Math.max(most, dims[axis]!), 0);
}

/** Whether the elements of two tensors read the same. */
export function readsSame(a: PixelReach, b: PixelReach): boolean {
  if (a.first === b.first && a.past === b.past) return true;
  return String(a.dims) === String(b.dims) && a.first.every((pixel, i) => pixel === b.first[i]) &&
    a.past.every((pixel, i) => pixel === b.past[i]);
}

/** Repeats a reach along axes where its extent is 1. */
export function repeatReach(reach: PixelReach, dims: readonly number[]): PixelReach {
  let repeated = reach;
  dims.forEach((extent, axis) => {
    if (repeated.dims[axis] === extent || repeated.dims[axis] !== 1) return;
    const [outer, inner] = around(repeated.dims, axis);
    const next = allot(replaceAt(repeated.dims, axis, extent), reach.course);
    for (let n = 0; n < outer * extent; n++) {
      widen(next, n * inner, repeated, Math.floor(n / extent) * inner, inner);
    }
    repeated = next;
  });
  return repeated;
}

/** Makes a reach of elements that read nothing as yet. */
export function allot(dims: readonly number[], course: Course): PixelReach {
  const count = countElements(dims);
  if (count > MOST_ELEMENTS) {
    throw new RangeError(`Cannot follow what is read: [${dims}] elements differ`);
  }
  return {
    dims,
    first: new Int32Array(count).fill(FAR),
    past: new Int32Array(count).fill(-FAR),
    course,
  };
}

/** Counts the elements that stand before an axis, and those after it. */
export function around(dims: readonly number[], axis: number): [outer: number, inner: number] {
  return [countElements(dims.slice(0, axis)), countElements(dims.slice(axis + 1))];
}

/** Gives dims with another extent along an axis. */
export function replaceAt(dims: readonly number[], axis: number, extent: number): number[] {
  return dims.map((own, i) => i === axis ? extent : own);
}
