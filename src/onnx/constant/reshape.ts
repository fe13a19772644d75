import { countElements, type Tensor } from "../../tensor/tensor.ts";
import type { Attribute } from "../wire/node.ts";

// Since opset 5 or 13 the sizes and axes are an input, before an attribute.
type List = Tensor | Attribute | undefined;

/**
 * Infers the dims that Reshape gives: 0 keeps an extent, −1 takes what is
 * left. Null where no shape is given.
 */
export function inferReshape(dims: readonly number[], shape: List): number[] | null {
  const wanted = readList(shape);
  if (wanted === null) return null;
  const kept = wanted.map((extent, axis) => extent === 0 ? dims[axis] ?? 0 : extent);
  const known = kept.reduce((product, extent) => extent === -1 ? product : product * extent, 1);
  const total = countElements(dims);
  return kept.map((extent) => extent === -1 ? total / known : extent);
}

/** Infers the dims that Squeeze gives: without the named axes, or all of extent 1. */
export function inferSqueeze(dims: readonly number[], axes: List): number[] {
  const named = readList(axes)?.map((axis) => axis < 0 ? axis + dims.length : axis);
  return dims.filter((extent, axis) => named === undefined ? extent !== 1 : !named.includes(axis));
}

/** Infers the dims that Unsqueeze gives: with an extent of 1 at the named axes of the result. */
export function inferUnsqueeze(dims: readonly number[], axes: List): number[] | null {
  const named = readList(axes);
  if (named === null) return null;
  const rank = dims.length + named.length;
  const places = new Set(named.map((axis) => axis < 0 ? axis + rank : axis));
  const rest = [...dims];
  return Array.from({ length: rank }, (_, axis) => places.has(axis) ? 1 : rest.shift() ?? 1);
}

function readList(list: List): readonly number[] | null {
  if (list === undefined) return null;
  return "data" in list ? [...list.data] : list.ints ?? null;
}
