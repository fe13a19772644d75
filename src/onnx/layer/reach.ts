import { findConvOperator } from "../graph/conv_operator.ts";
import type { ConvLayer } from "./conv_layer.ts";
import { resolvePads, type Window, type WindowCells } from "./window.ts";

/** A weight of a kernel and the cell of the layer's input that it meets, along one axis. */
export interface Meeting {
  readonly weight: number;
  /** Below 0 and beyond the input it lies in the padding. */
  readonly cell: number;
}

/** What every cell of a layer's maps meets, by its axis and its place along it. */
export type Reach = readonly (readonly (readonly Meeting[])[])[];

/** Finds what the cells of a layer's maps meet; null where they choose it while the model runs. */
export function findReach(
  { node, shape }: Pick<ConvLayer, "node" | "shape">,
  cells: WindowCells,
): Reach | null {
  const axes = shape?.kernelShape.length ?? 0;
  if (shape === null || cells.read.length !== axes || cells.written.length !== axes) return null;
  const operator = findConvOperator(node.domain, node.op);
  if (operator?.deformed) return null;
  const meet = operator?.transposed
    ? meetTransposed(shape, node.attributes.get("output_padding")?.ints ?? [], {
      ...cells,
      isDeclared: node.attributes.has("output_shape"),
    })
    : meetPlain(shape, cells);
  return cells.written.map((count, axis) =>
    Array.from({ length: count }, (_, cell) => meet(axis, cell))
  );
}

/** Finds the place of a cell along each axis; where a map has depths, its rows count on through them. */
export function findPlaces(
  reach: Reach,
  { x, y }: { readonly x: number; readonly y: number },
): readonly number[] {
  const places = [x];
  let rows = y;
  for (const { length } of reach.slice(1, -1).reverse()) {
    places.unshift(rows % length);
    rows = Math.floor(rows / length);
  }
  return reach.length === 1 ? places : [rows, ...places];
}

type Meet = (axis: number, cell: number) => readonly Meeting[];

// Cell o meets the cells o s − p + t d, 0 <= t < k.
function meetPlain(window: Window, cells: WindowCells): Meet {
  const { kernelShape, strides, dilations } = window;
  const pads = resolvePads(window, cells);
  return (axis, cell) =>
    Array.from({ length: kernelShape[axis]! }, (_, weight) => ({
      weight,
      cell: cell * strides[axis]! - pads[axis]! + weight * dilations[axis]!,
    }));
}

// Cell o meets the cells i with o = i s − p + t d, 0 <= t < k; nothing stands in for those that are
// not there.
function meetTransposed(
  window: Window,
  added: readonly number[],
  cells: WindowCells & { readonly isDeclared: boolean },
): Meet {
  const { kernelShape, strides, dilations } = window;
  const begins = kernelShape.map((_, axis) => findBegin(window, axis, added[axis] ?? 0, cells));
  return (axis, cell) =>
    Array.from({ length: kernelShape[axis]! }, (_, weight) => ({
      weight,
      cell: (cell + begins[axis]! - weight * dilations[axis]!) / strides[axis]!,
    })).filter(({ cell }) => Number.isInteger(cell) && cell >= 0 && cell < cells.read[axis]!);
}

// Where the size of the output is given, the padding is what is left.
function findBegin(
  { kernelShape, strides, dilations, pads, autoPad }: Window,
  axis: number,
  added: number,
  { read, written, isDeclared }: WindowCells & { readonly isDeclared: boolean },
): number {
  if (!isDeclared && !autoPad.startsWith("SAME")) return pads[axis]!;
  const reach = (kernelShape[axis]! - 1) * dilations[axis]! + 1;
  const total = strides[axis]! * (read[axis]! - 1) + added + reach - written[axis]!;
  return autoPad === "SAME_UPPER" ? Math.floor(total / 2) : Math.ceil(total / 2);
}
