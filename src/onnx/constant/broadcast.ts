import { countElements, type Tensor } from "../../tensor/tensor.ts";

/** An operation on two numbers. */
export type Combine = (a: number, b: number) => number;

/**
 * Infers the dims of an elementwise operation on tensors of the dims `a` and
 * `b`, as NumPy does: axes are matched from the last one, and one of extent 1
 * is repeated. Null where they do not fit.
 */
export function inferBroadcast(a: readonly number[], b: readonly number[]): number[] | null {
  const rank = Math.max(a.length, b.length);
  const dims: number[] = [];
  for (let axis = 0; axis < rank; axis++) {
    const left = a[axis - rank + a.length] ?? 1;
    const right = b[axis - rank + b.length] ?? 1;
    if (left !== right && left !== 1 && right !== 1) return null;
    dims.push(left === 1 ? right : left);
  }
  return dims;
}

/** Combines two tensors element by element, repeated to the dims that were inferred. */
export function combine(a: Tensor, b: Tensor, dims: readonly number[], operation: Combine): Tensor {
  const count = countElements(dims);
  const left = indexRepeated(a.dims, dims);
  const right = indexRepeated(b.dims, dims);
  const data = new Float32Array(count);
  for (let i = 0; i < count; i++) data[i] = operation(a.data[left(i)]!, b.data[right(i)]!);
  return { data, dims };
}

// Maps a position in the repeated tensor to one in the tensor itself.
function indexRepeated(
  own: readonly number[],
  dims: readonly number[],
): (position: number) => number {
  const axes: { step: number; extent: number; own: number }[] = [];
  let step = 1;
  let ownStep = 1;
  for (let axis = dims.length - 1; axis >= 0; axis--) {
    const extent = own[axis - dims.length + own.length] ?? 1;
    if (extent > 1) axes.push({ step, extent, own: ownStep });
    step *= dims[axis]!;
    ownStep *= extent;
  }
  return (position) =>
    axes.reduce(
      (sum, axis) => sum + axis.own * (Math.floor(position / axis.step) % axis.extent),
      0,
    );
}
