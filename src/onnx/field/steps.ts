import { findDivisor } from "./divisor.ts";
import { resolvePads, type Window } from "../layer/window.ts";

/** Which cells along an axis each cell of another tensor along the same axis reads. */
export interface Taps {
  /** The first cell that cell o reads. */
  begin(o: number): number;
  /** How many cells it reads, each `apart` further. */
  count(o: number): number;
  readonly apart: number;
}

/** Taps of an axis without borders: `period` cells further they read `advance` cells further. */
export interface Law extends Taps {
  readonly period: number;
  readonly advance: number;
}

/** How the cells along an axis are made from those of another tensor along the same axis. */
export interface Steps extends Taps {
  /** How many cells there are. */
  readonly written: number;
  /** What stands beyond the border: nothing, or the cell at the border again. */
  readonly beyond: "nothing" | "edge";
  /** How the steps go on away from the borders; null where by no law. */
  readonly law: Law | null;
}

// More cells than all those of a photo's largest maps in one row, and more reads than a window has.
const MOST_CELLS = 1 << 20;
const MOST_READS = 1 << 26;

/**
 * Makes sure that an axis has as many cells as tensors have, before there are lists of them.
 *
 * @throws {SyntaxError} If it has none.
 * @throws {RangeError} If it has more than can be followed.
 */
export function requireCells(count: number, each = 1): void {
  if (!(count >= 1)) throw new SyntaxError(`Cannot trace tensor: ${count} cells are along an axis`);
  if (count <= MOST_CELLS && count * each <= MOST_READS) return;
  throw new RangeError(`Cannot trace tensor: ${count} cells read ${each} each along an axis`);
}

/** Steps that follow a law as far as the border. */
export function lawfulSteps(written: number, law: Law, beyond: Steps["beyond"] = "nothing"): Steps {
  return { ...law, written, beyond, law };
}

/** Steps that read one cell each, by their indices; −1 reads nothing. */
export function pickSteps(indices: ArrayLike<number>, law: Law | null = null): Steps {
  return {
    written: indices.length,
    begin: (o) => indices[o]!,
    count: (o) => indices[o]! < 0 ? 0 : 1,
    apart: 1,
    beyond: "nothing",
    law,
  };
}

/** The law of reading every `stride`-th cell from `start`, `extent` neighbours at once. */
export function strideLaw(start: number, stride: number, extent = 1): Law {
  return {
    begin: (o) => start + o * stride,
    count: () => extent,
    apart: 1,
    period: 1,
    advance: stride,
  };
}

/** Steps that repeat every one of `read` cells `times` over. */
export function repeatSteps(times: number, read: number): Steps {
  const begin = (o: number) => Math.floor(o / times);
  const law = { begin, count: () => 1, apart: 1, period: times, advance: 1 };
  return lawfulSteps(times * read, law);
}

/** Steps of a window that slides over `read` cells along an axis of its own. */
export function windowSteps(window: Window, axis: number, read: number): Steps {
  const { kernelShape, strides, dilations } = window;
  const written = countWritten(window, axis, read);
  requireCells(written, kernelShape[axis]!);
  const [pad = 0] = resolvePads(alongOne(window, axis), { read: [read], written: [written] });
  const law = strideLaw(-pad, strides[axis]!, kernelShape[axis]!);
  return lawfulSteps(written, { ...law, apart: dilations[axis]! });
}

function countWritten(window: Window, axis: number, read: number): number {
  const { kernelShape, strides, dilations, pads, autoPad, ceilMode } = window;
  const stride = strides[axis]!;
  if (autoPad.startsWith("SAME")) return Math.ceil(read / stride);
  const padded = read + pads[axis]! + pads[axis + kernelShape.length]!;
  const steps = (padded - (kernelShape[axis]! - 1) * dilations[axis]! - 1) / stride;
  if (!ceilMode) return Math.floor(steps) + 1;
  const begun = Math.ceil((read + pads[axis]!) / stride); // none begins in the end's padding
  return Math.min(Math.ceil(steps) + 1, begun);
}

function alongOne(window: Window, axis: number): Window {
  const axes = window.kernelShape.length;
  return {
    ...window,
    kernelShape: [window.kernelShape[axis]!],
    strides: [window.strides[axis]!],
    dilations: [window.dilations[axis]!],
    pads: [window.pads[axis]!, window.pads[axis + axes]!],
  };
}

/** What a transposed convolution declares of its output along an axis. */
export interface SpreadOutput {
  /** How much larger than it must be the output is. */
  readonly added: number;
  /** Its size; null where the pads decide. */
  readonly declared: number | null;
}

/**
 * Steps of a transposed convolution over `read` cells: cell o reads the cells i with
 * o = i s − p + t d, 0 <= t < k.
 */
export function spreadSteps(
  window: Window,
  axis: number,
  read: number,
  { added, declared }: SpreadOutput,
): Steps {
  const [extent, stride, dilation] = [window.kernelShape, window.strides, window.dilations]
    .map((values) => values[axis]!) as [number, number, number];
  const full = (read - 1) * stride + added + (extent - 1) * dilation + 1;
  requireCells(full, extent);
  const [begin, end] = spreadPads(window, axis, full, declared ?? read * stride, declared !== null);
  const read1 = (o: number): readonly number[] =>
    Array.from({ length: extent }, (_, t) => (o + begin - (extent - 1 - t) * dilation) / stride)
      .filter(Number.isInteger);
  return lawfulSteps(declared ?? full - begin - end, {
    begin: (o) => read1(o)[0] ?? 0,
    count: (o) => read1(o).length,
    apart: dilation / findDivisor(stride, dilation),
    period: stride,
    advance: 1,
  });
}

// Where its output's size is declared or SAME, the padding is what is left. onnxruntime puts the
// odd cell at the end for SAME_UPPER, else at the begin.
function spreadPads(
  { autoPad, pads, kernelShape }: Window,
  axis: number,
  full: number,
  wanted: number,
  declared: boolean,
): readonly [begin: number, end: number] {
  if (!declared && !autoPad.startsWith("SAME")) {
    return [pads[axis]!, pads[axis + kernelShape.length]!];
  }
  const total = Math.max(0, full - wanted);
  const less = Math.floor(total / 2);
  return autoPad === "SAME_UPPER" ? [less, total - less] : [total - less, less];
}
