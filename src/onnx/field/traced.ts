import { countElements } from "../../tensor/tensor.ts";
import { inferBroadcast } from "../constant/broadcast.ts";
import { moveCourse } from "./course.ts";
import type { Node } from "../wire/node.ts";
import {
  hasGaps,
  isNothing,
  type PixelReach,
  reachNothing,
  readsSame,
  reduceReach,
  repeatReach,
  stepReach,
  uniteReaches,
} from "./pixel_reach.ts";
import { compactReach, joinReaches, renameReach, transposeReach } from "./reach_layout.ts";
import { requireCells, type Steps } from "./steps.ts";

/** A tensor, and what its elements read of the photo. */
export interface Traced {
  readonly dims: readonly number[];
  /** What they read along each axis of the photo, rows first: all of them, or nothing. */
  readonly reaches: readonly PixelReach[];
}

/** A tensor that reads nothing of a photo with so many axes. */
export function traceNothing(dims: readonly number[], photoAxes: number): Traced {
  return { dims, reaches: Array.from({ length: photoAxes }, () => reachNothing(dims.length)) };
}

/** Whether a tensor reads anything of the photo. */
export function readsPhoto({ reaches }: Traced): boolean {
  return !reaches.some(isNothing);
}

/** Whether a tensor reads the photo, or may do so. */
export function dependsOnPhoto(
  tensors: ReadonlyMap<string, Traced | Node>,
  name: string,
): boolean {
  const traced = tensors.get(name);
  return traced !== undefined && (!("dims" in traced) || readsPhoto(traced));
}

/** Finds the dims of a tensor; null where they are not known. */
export function findDims(
  tensors: ReadonlyMap<string, Traced | Node>,
  name: string,
): readonly number[] | null {
  const traced = tensors.get(name);
  return traced !== undefined && "dims" in traced ? traced.dims : null;
}

/** Traces steps along an axis. */
export function stepAxis(traced: Traced, axis: number, steps: Steps): Traced {
  const extent = traced.dims[axis] ?? 0;
  requireCells(steps.written);
  const reaches = settle(traced.reaches, [axis]);
  const teller = reaches.some((reach) => reach.dims[axis]! > 1) ? null : 0;
  return {
    dims: traced.dims.map((own, i) => i === axis ? steps.written : own),
    reaches: reaches.map((reach, k) => {
      const tells = k === teller || reach.dims[axis]! > 1;
      return stepReach(reach, axis, steps, { extent, tells });
    }),
  };
}

/** Traces what reads all elements along some axes: of extent 1, or repeated to the extents there. */
export function reduceAxes(
  { dims, reaches }: Traced,
  axes: readonly number[],
  extents: "one" | "same" = "one",
): Traced {
  return {
    dims: extents === "same" ? dims : dims.map((own, axis) => axes.includes(axis) ? 1 : own),
    reaches: settle(reaches, axes).map((reach) => reduceReach(reach, axes)),
  };
}

/** Traces what reads all that some tensors read, repeated to a common size. */
export function uniteTraced(parts: readonly Traced[]): Traced {
  const dims = parts.map((part) => part.dims).reduce((a, b) => {
    const both = inferBroadcast(a, b);
    if (both === null) throw new SyntaxError(`Cannot trace tensors: [${a}] and [${b}] do not fit`);
    return both;
  });
  const aligned = parts.map((part) => alignTo(part, dims));
  const reading = aligned.filter((part) => !part.some(isNothing));
  const [first = aligned[0]!, ...others] = reading;
  if (others.length === 0) return { dims, reaches: first };
  const apart = reading.some((part) => part.some(hasGaps)) &&
    others.some((part) => !part.every((reach, k) => readsSame(reach, first[k]!)));
  const settled = apart ? reading.map(settleAll) : reading;
  const reaches = first.map((_, k) => uniteReaches(settled.map((part) => part[k]!)));
  return { dims, reaches: apart ? reaches.map(compactReach) : reaches };
}

// A course whose only cell is repeated moves on no more.
function alignTo({ dims, reaches }: Traced, wanted: readonly number[]): readonly PixelReach[] {
  const more = wanted.length - dims.length;
  return reaches.map((reach) => {
    const course = moveCourse(reach.course, (axis) => {
      return dims[axis] === wanted[axis + more] ? axis + more : null;
    });
    return renameReach(reach, [...Array(more).fill(1), ...reach.dims], course);
  });
}

/** Traces tensors laid one after the other along an axis. */
export function joinTraced(parts: readonly Traced[], axis: number): Traced {
  const [first] = parts;
  const extents = parts.map(({ dims }) => dims[axis]!);
  const rest = (dims: readonly number[]) => String(dims.toSpliced(axis, 1));
  const odd = parts.find(({ dims }) => rest(dims) !== rest(first!.dims));
  if (odd !== undefined) {
    throw new SyntaxError(`Cannot trace tensors: [${first!.dims}] and [${odd.dims}] do not fit`);
  }
  return {
    dims: first!.dims.map((own, i) => i === axis ? extents.reduce((a, b) => a + b, 0) : own),
    reaches: first!.reaches.map((_, k) =>
      joinReaches(parts.map(({ reaches }) => reaches[k]!), axis, extents)
    ),
  };
}

/** Traces a tensor whose axis i is axis order[i] of the former. */
export function transposeTraced({ dims, reaches }: Traced, order: readonly number[]): Traced {
  const axes = new Set(order);
  if (
    order.length !== dims.length || axes.size !== dims.length || order.some((i) => !(i in dims))
  ) {
    throw new SyntaxError(`Cannot trace tensor: its axes [${dims}] have no order [${order}]`);
  }
  return {
    dims: order.map((axis) => dims[axis]!),
    reaches: reaches.map((reach) => transposeReach(reach, order)),
  };
}

/** Traces a tensor whose elements stand under other dims, in their order. */
export function reshapeTraced({ dims, reaches }: Traced, wanted: readonly number[]): Traced {
  const blocks = matchBlocks(dims, wanted);
  return { dims: wanted, reaches: reaches.map((reach) => reshape(reach, blocks, dims, wanted)) };
}

/** Neighbouring axes that others take the place of; those of extent 1 are in none. */
interface Block {
  readonly from: readonly number[];
  readonly to: readonly number[];
}

function matchBlocks(dims: readonly number[], wanted: readonly number[]): Block[] {
  const fits = wanted.every((extent) => Number.isInteger(extent) && extent >= 1);
  if (!fits || countElements(dims) !== countElements(wanted)) {
    throw new SyntaxError(`Cannot trace tensor: [${dims}] does not fit [${wanted}]`);
  }
  const [open, places] = [dims, wanted].map((list) =>
    list.flatMap((extent, axis) => extent === 1 ? [] : [axis])
  ) as [number[], number[]];
  const blocks: Block[] = [];
  while (open.length > 0) {
    const [from, to] = [[open.shift()!], [places.shift()!]];
    for (;;) {
      const [a, b] = [
        from.reduce((n, i) => n * dims[i]!, 1),
        to.reduce((n, i) => n * wanted[i]!, 1),
      ];
      if (a === b) break;
      if (a < b) from.push(open.shift()!);
      else to.push(places.shift()!);
    }
    blocks.push({ from, to });
  }
  return blocks;
}

function reshape(
  reach: PixelReach,
  blocks: readonly Block[],
  dims: readonly number[],
  wanted: readonly number[],
): PixelReach {
  const full = [...reach.dims];
  const named: number[] = Array(wanted.length).fill(1);
  for (const { from, to } of blocks) {
    if (from.every((axis) => reach.dims[axis] === 1)) continue;
    from.forEach((axis) => full[axis] = dims[axis]!);
    to.forEach((axis) => named[axis] = wanted[axis]!);
  }
  const course = moveCourse(reach.course, (axis) => {
    const block = blocks.find(({ from }) => from.includes(axis));
    return block?.from.length === 1 && block.to.length === 1 ? block.to[0]! : null;
  });
  const renamed = renameReach(repeatReach(reach, full), named, course);
  return blocks.every(({ from, to }) => from.length + to.length === 2)
    ? renamed
    : compactReach(renamed);
}

/** Traces a tensor without some axes, which have an extent of 1. */
export function dropAxes({ dims, reaches }: Traced, axes: readonly number[]): Traced {
  const kept = dims.map((_, axis) => axis).filter((axis) => !axes.includes(axis));
  return {
    dims: kept.map((axis) => dims[axis]!),
    reaches: reaches.map((reach) => {
      const course = moveCourse(reach.course, (axis) => kept.indexOf(axis));
      return renameReach(reach, kept.map((axis) => reach.dims[axis]!), course);
    }),
  };
}

// What reads nothing along one axis of the photo reads nothing of it, so that what is read of it
// along another must not count: told apart only where it matters for what is read along `axes`.
function settle(reaches: readonly PixelReach[], axes: readonly number[]): readonly PixelReach[] {
  const matters = axes.some((axis) =>
    reaches.some((reach, k) =>
      reach.dims[axis]! > 1 && reaches.some((other, j) => j !== k && other.dims[axis]! > 1) &&
      hasGaps(reach)
    )
  );
  return matters ? settleAll(reaches) : reaches;
}

function settleAll(reaches: readonly PixelReach[]): readonly PixelReach[] {
  const gaps = reaches.map((reach) => hasGaps(reach) ? compactGaps(reach) : null);
  return reaches.map((reach, k) => {
    const others = gaps.filter((gap, j) => gap !== null && j !== k) as PixelReach[];
    return others.reduce(leaveOut, reach);
  });
}

// Where there is something and where nothing, without the numbers.
function compactGaps({ dims, first, past, course }: PixelReach): PixelReach {
  const read = first.map((pixel, i) => pixel < past[i]! ? 0 : 1);
  return compactReach({ dims, first: read, past: read, course });
}

function leaveOut(reach: PixelReach, gaps: PixelReach): PixelReach {
  const dims = reach.dims.map((extent, axis) => Math.max(extent, gaps.dims[axis]!));
  const [{ first, past }, { first: empty }] = [repeatReach(reach, dims), repeatReach(gaps, dims)];
  const nothing = reachNothing(dims.length);
  return {
    dims,
    first: first.map((pixel, i) => empty[i] === 1 ? nothing.first[0]! : pixel),
    past: past.map((pixel, i) => empty[i] === 1 ? nothing.past[0]! : pixel),
    course: reach.course,
  };
}
