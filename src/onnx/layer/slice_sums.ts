import { countElements, type Tensor } from "../../tensor/tensor.ts";
import type { ConvShape } from "./conv_shape.ts";
import type { Meeting } from "./reach.ts";

/** What the slices of a kernel give at one cell of its map. */
export interface SliceSums {
  /** The first of the input channels that the kernel reads. */
  readonly first: number;
  /** Σ w x of each slice, in double precision. */
  readonly sums: Float64Array;
  /** Σ |w x| over all of them. */
  readonly size: number;
}

/** A cell of the map of a kernel: what it meets along each axis. */
export interface MetCell {
  readonly kernel: number;
  readonly met: readonly (readonly Meeting[])[];
}

/**
 * Adds up what every slice of a kernel gives at a cell of its map; what lies in the padding is 0.
 *
 * @param kernels The weights [outChannels, inChannels / group, …kernelShape].
 * @param inputs What the layer reads, [inChannels, …space].
 */
export function sumSlices(
  { inChannels, outChannels, group, kernelShape }: ConvShape,
  { kernels, inputs }: { readonly kernels: Tensor; readonly inputs: Tensor },
  { kernel, met }: MetCell,
): SliceSums {
  const count = inChannels / group;
  const first = Math.floor(kernel / (outChannels / group)) * count;
  const space = inputs.dims.slice(1);
  const pairs = pairUp(met, { weights: kernelShape, cells: space });
  const weights = new Int32Array(pairs.map(({ weight }) => weight));
  const cells = new Int32Array(pairs.map(({ cell }) => cell));
  const [perSlice, perMap] = [countElements(kernelShape), countElements(space)];
  const [w, x] = [kernels.data, inputs.data];
  const sums = new Float64Array(count);
  let size = 0;
  for (let c = 0; c < count; c++) {
    const slice = (kernel * count + c) * perSlice;
    const map = (first + c) * perMap;
    let sum = 0;
    for (let i = 0; i < weights.length; i++) {
      const product = w[slice + weights[i]!]! * x[map + cells[i]!]!;
      sum += product;
      size += Math.abs(product);
    }
    sums[c] = sum;
  }
  return { first, sums, size };
}

// Places in a slice and in a map, row by row; those in the padding are left out.
function pairUp(
  met: MetCell["met"],
  sizes: { readonly weights: readonly number[]; readonly cells: readonly number[] },
): readonly Meeting[] {
  return met.reduce<readonly Meeting[]>((outer, along, axis) => {
    const [weights, cells] = [sizes.weights[axis]!, sizes.cells[axis]!];
    const inside = along.filter(({ cell }) => cell >= 0 && cell < cells);
    return outer.flatMap(({ weight, cell }) =>
      inside.map((next) => ({
        weight: weight * weights + next.weight,
        cell: cell * cells + next.cell,
      }))
    );
  }, [{ weight: 0, cell: 0 }]);
}
