import { findDivisor } from "./divisor.ts";
import type { Law, Steps } from "./steps.ts";

/**
 * What the elements of a tensor would read of a photo without borders, along one of its axes:
 * nothing, all of it, or parts that move on evenly. `open` where no such law is known.
 */
export type Course =
  | { readonly kind: "nothing" | "whole" | "open" }
  | EvenCourse;

/**
 * Parts that move on evenly: element i along `axis` reads the pixels from `first[i mod n]` to
 * before `past[i mod n]`, both `advance` pixels further for each n elements, where n is how many
 * they are. With n = 1 it is a line; behind an upsampling it is a step function.
 */
export interface EvenCourse {
  readonly kind: "even";
  /** The axis of the tensor. */
  readonly axis: number;
  readonly advance: number;
  readonly first: readonly number[];
  readonly past: readonly number[];
  /** Whether some elements may read less: those of a channel, where channels read unlike much. */
  readonly loose: boolean;
}

// Resizing by a ratio of large numbers has a period that no drawing is worth.
const LONGEST_PERIOD = 1 << 12;

/** Gives what element i of an even course reads: [first, past). */
export function readAt(course: EvenCourse, i: number): readonly [first: number, past: number] {
  const { advance, first, past } = course;
  const turns = Math.floor(i / first.length);
  const place = i - turns * first.length;
  return [first[place]! + turns * advance, past[place]! + turns * advance];
}

/**
 * Follows a course through steps along an axis of its tensor. Steps along another axis than that
 * of the course may take those elements alone that read less than it says.
 */
export function followCourse(
  course: Course,
  axis: number,
  steps: Steps,
  differs: boolean,
): Course {
  if (course.kind !== "even") return course;
  if (course.axis !== axis) return differs ? { ...course, loose: true } : course;
  const { law } = steps;
  if (law === null || law.advance === 0) return OPEN;
  const turns = course.first.length / findDivisor(course.first.length, law.advance);
  const period = turns * law.period;
  if (period > LONGEST_PERIOD) return OPEN;
  const read = Array.from({ length: period }, (_, o) => spanOf(course, law, o));
  if (read.some(([first, past]) => first >= past)) return OPEN;
  return shorten({
    ...course,
    advance: course.advance * turns * law.advance / course.first.length,
    first: read.map(([first]) => first),
    past: read.map(([, past]) => past),
  });
}

const OPEN: Course = { kind: "open" };

function spanOf(course: EvenCourse, law: Law, o: number): [first: number, past: number] {
  let first = Infinity;
  let past = -Infinity;
  const begin = law.begin(o);
  const count = law.count(o);
  for (let t = 0; t < count; t++) {
    const [from, to] = readAt(course, begin + t * law.apart);
    first = Math.min(first, from);
    past = Math.max(past, to);
  }
  return [first, past];
}

// To the shortest period that says the same.
function shorten(course: EvenCourse): EvenCourse {
  const { first, past, advance } = course;
  const n = first.length;
  for (let period = 1; period < n; period++) {
    if (n % period !== 0 || !Number.isInteger(advance * period / n)) continue;
    const short = {
      ...course,
      advance: advance * period / n,
      first: first.slice(0, period),
      past: past.slice(0, period),
    };
    if (first.every((_, i) => String(readAt(short, i)) === `${first[i]},${past[i]}`)) return short;
  }
  return course;
}

/** Gives the course of what reads all that some courses read. */
export function uniteCourses(courses: readonly Course[]): Course {
  const some = courses.filter(({ kind }) => kind !== "nothing");
  if (some.some(({ kind }) => kind === "whole")) return { kind: "whole" };
  return some.length === 0 ? { kind: "nothing" } : some.reduce(unitePair);
}

function unitePair(a: Course, b: Course): Course {
  if (a.kind !== "even" || b.kind !== "even" || a.axis !== b.axis) return OPEN;
  const [m, n] = [a.first.length, b.first.length];
  if (a.advance * n !== b.advance * m) return OPEN;
  const period = m * n / findDivisor(m, n);
  if (period > LONGEST_PERIOD) return OPEN;
  const read = Array.from({ length: period }, (_, i) => [readAt(a, i), readAt(b, i)] as const);
  return shorten({
    ...a,
    loose: a.loose || b.loose,
    advance: a.advance * period / m,
    first: read.map(([left, right]) => Math.min(left[0], right[0])),
    past: read.map(([left, right]) => Math.max(left[1], right[1])),
  });
}

/** Gives a course whose axis stands elsewhere; no law where its axis is gone. */
export function moveCourse(course: Course, place: (axis: number) => number | null): Course {
  if (course.kind !== "even") return course;
  const axis = place(course.axis);
  return axis === null || axis < 0 ? OPEN : { ...course, axis };
}
