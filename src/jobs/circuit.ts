import {
  type CentredMaps,
  centreMaps,
  type Contributions,
  nameContributions,
} from "../analysis/map/contribution.ts";
import type { ConvShape } from "../onnx/layer/conv_shape.ts";
import {
  planShares,
  SHARES_INPUT,
  SHARES_KERNELS,
  SHARES_MAPS,
} from "../onnx/layer/slice_shares.ts";
import { sliceAt, type Tensor } from "../tensor/tensor.ts";
import type { GraphRunner } from "./graph_runner.ts";

/** What a layer reads on one photo, and what it makes of it. */
interface CircuitTensors {
  /** Its kernels, [outChannels, inChannels / group, height, width]. */
  readonly kernels: Tensor;
  /** The maps that the layer reads, [inChannels, height, width]. */
  readonly inputs: Tensor;
  /** Its own maps, [outChannels, height, width]. */
  readonly maps: Tensor;
}

/**
 * Finds the input slices that make most of every map of a layer on one photo;
 * null for a map that is the same everywhere.
 */
export async function traceCircuit(
  shape: ConvShape,
  tensors: CircuitTensors,
  runner: GraphRunner,
): Promise<(Contributions | null)[]> {
  const { inputs, maps } = tensors;
  const graph = planShares(shape, { read: inputs.dims.slice(1), written: maps.dims.slice(1) });
  const centred = centreMaps(maps);
  const channels = shape.inChannels / shape.group;
  const found: (Contributions | null)[] = [];
  for (let g = 0; g < shape.group; g++) {
    const products = sliceAt(
      await runner.run(graph, takeGroup(tensors, centred, [g, shape.group])),
      0,
    );
    for (let k = 0; k < products.dims[0]!; k++) {
      const energy = centred.energies[found.length]!;
      found.push(nameContributions(sliceAt(products, k).data, { energy, first: g * channels }));
    }
  }
  return found;
}

// Groups read and write channels that lie side by side.
function takeGroup(
  { kernels, inputs }: CircuitTensors,
  { maps }: CentredMaps,
  [index, groups]: readonly [index: number, groups: number],
): ReadonlyMap<string, Tensor> {
  const take = ({ data, dims: [count = 0, ...rest] }: Tensor): Tensor => {
    const size = data.length / groups;
    return {
      data: data.subarray(index * size, (index + 1) * size),
      dims: [count / groups, ...rest],
    };
  };
  return new Map([
    [SHARES_INPUT, take(inputs)],
    [SHARES_MAPS, take(maps)],
    [SHARES_KERNELS, take(kernels)],
  ]);
}
