import { countElements, type Tensor } from "../../tensor/tensor.ts";
import type { Dim } from "../graph/graph.ts";
import { createError } from "../../reason/error.ts";

/** An input as far as the sizes of what it is fed with go. */
interface Declared {
  readonly name: string;
  /** Null where the model declares no sizes. */
  readonly dims: readonly Dim[] | null;
}

/**
 * Fits an array to the sizes that an input declares: axes of one sample and one
 * channel may be missing or left over at its front, and one sample is repeated
 * to the batch that a model is made for.
 *
 * @throws {TypeError} If the sizes differ.
 */
export function fitArray(array: Tensor, { name, dims }: Declared): Tensor {
  if (dims === null) return array;
  const shape = alignAxes(array.dims, dims.length);
  const wanted = dims.map((dim, axis) => typeof dim === "number" ? dim : shape?.[axis] ?? 0);
  if (shape !== null && String(shape) === String(wanted)) return { ...array, dims: shape };
  const [batch = 1, ...one] = wanted;
  if (shape?.[0] === 1 && String(shape.slice(1)) === String(one)) {
    return repeat(array.data, [batch, ...one]);
  }
  throw createError(TypeError, { code: "array-misfit", input: name, dims, found: array.dims });
}

// Null where more than axes of 1 would have to go.
function alignAxes(dims: readonly number[], rank: number): readonly number[] | null {
  const more = rank - dims.length;
  if (more >= 0) return [...Array<number>(more).fill(1), ...dims];
  return dims.slice(0, -more).every((extent) => extent === 1) ? dims.slice(-more) : null;
}

function repeat(one: Float32Array, dims: readonly number[]): Tensor {
  const data = new Float32Array(countElements(dims));
  for (let at = 0; at < data.length; at += one.length) data.set(one, at);
  return { data, dims };
}
