import { type Course, followCourse, moveCourse, uniteCourses } from "./course.ts";
import {
  allot,
  around,
  findWidest,
  type PixelReach,
  readsSame,
  repeatReach,
  replaceAt,
  widen,
} from "./pixel_reach.ts";
import { lawfulSteps, strideLaw } from "./steps.ts";

/** Gives the reach of tensors laid one after the other along an axis, by their extents there. */
export function joinReaches(
  reaches: readonly PixelReach[],
  axis: number,
  extents: readonly number[],
): PixelReach {
  const [first] = reaches;
  const course = joinCourses(reaches, axis, extents);
  const alike = reaches.every((reach) => reach.dims[axis] === 1 && readsSame(first!, reach));
  if (alike) return { ...first!, course };
  const widest = first!.dims.map((_, i) => findWidest(reaches, i));
  const joined = allot(replaceAt(widest, axis, extents.reduce((a, b) => a + b, 0)), course);
  const [outer, inner] = around(widest, axis);
  let begin = 0;
  reaches.forEach((reach, part) => {
    const extent = extents[part]!;
    const whole = repeatReach(reach, replaceAt(widest, axis, extent));
    for (let n = 0; n < outer; n++) {
      const at = (n * joined.dims[axis]! + begin) * inner;
      widen(joined, at, whole, n * extent * inner, extent * inner);
    }
    begin += extent;
  });
  return joined;
}

// Beside what reads nothing, a part only stands further along the axis.
function joinCourses(
  reaches: readonly PixelReach[],
  axis: number,
  extents: readonly number[],
): Course {
  const along = reaches.flatMap(({ course }, part) =>
    course.kind === "even" && course.axis === axis ? [part] : []
  );
  if (along.length === 0) return uniteCourses(reaches.map(({ course }) => course));
  const alone = reaches.every(({ course }, part) => part === along[0] || course.kind === "nothing");
  if (!alone) return { kind: "open" };
  const begin = extents.slice(0, along[0]).reduce((a, b) => a + b, 0);
  const steps = lawfulSteps(0, strideLaw(-begin, 1));
  return followCourse(reaches[along[0]!]!.course, axis, steps, false);
}

/** Gives a reach whose axis i is axis order[i] of the former. */
export function transposeReach(reach: PixelReach, order: readonly number[]): PixelReach {
  const dims = order.map((axis) => reach.dims[axis]!);
  const course = moveCourse(reach.course, (axis) => order.indexOf(axis));
  const moved = allot(dims, course);
  const strides = order.map((axis) => around(reach.dims, axis)[1]);
  for (let i = 0; i < moved.first.length; i++) {
    let rest = i;
    let from = 0;
    for (let axis = dims.length - 1; axis >= 0; axis--) {
      from += rest % dims[axis]! * strides[axis]!;
      rest = Math.floor(rest / dims[axis]!);
    }
    moved.first[i] = reach.first[from]!;
    moved.past[i] = reach.past[from]!;
  }
  return moved;
}

/** Gives a reach without repetition along axes whose elements all read the same. */
export function compactReach(reach: PixelReach): PixelReach {
  let compact = reach;
  reach.dims.forEach((extent, axis) => {
    if (extent === 1) return;
    const dims = replaceAt(compact.dims, axis, 1);
    const [outer, inner] = around(compact.dims, axis);
    const one = allot(dims, reach.course);
    for (let n = 0; n < outer; n++) widen(one, n * inner, compact, n * extent * inner, inner);
    if (readsSame(repeatReach(one, compact.dims), compact)) compact = one;
  });
  return compact;
}

/** Gives a reach of the same elements under other dims. */
export function renameReach(
  { first, past }: PixelReach,
  dims: readonly number[],
  course: Course,
): PixelReach {
  return { dims, first, past, course };
}
