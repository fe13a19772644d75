import type { Runtime } from "../effects.ts";
import {
  type CentredMaps,
  centreMaps,
  type Contributions,
  nameContributions,
} from "../analysis/map/contribution.ts";
import type { ConvShape } from "../onnx/layer/conv_shape.ts";
import {
  planShares,
  SHARES,
  SHARES_INPUT,
  SHARES_KERNELS,
  SHARES_MAPS,
} from "../onnx/layer/slice_shares.ts";
import { encodeGraphModel } from "../onnx/write/graph_model.ts";
import { sliceAt, type Tensor } from "../tensor/tensor.ts";

/** What a layer makes its maps of. */
export interface Circuit {
  readonly shape: ConvShape;
  /** [outChannels, inChannels / group, height, width] */
  readonly kernels: Tensor;
  /** The maps that it reads, [inChannels, height, width]. */
  readonly inputs: Tensor;
}

/**
 * Finds the input slices that make most of every map of a layer on one photo;
 * null for a map that is the same everywhere.
 *
 * @param maps The layer's own maps, [outChannels, height, width].
 */
export async function traceCircuit(
  circuit: Circuit,
  maps: Tensor,
  runtime: Runtime,
): Promise<(Contributions | null)[]> {
  const { shape, inputs } = circuit;
  const { group, inChannels } = shape;
  const cells = { read: inputs.dims.slice(1), written: maps.dims.slice(1) };
  const session = await runtime.open(encodeGraphModel(planShares(shape, cells)));
  const centred = centreMaps(maps);
  const found: (Contributions | null)[] = [];
  try {
    for (let g = 0; g < group; g++) {
      const outputs = await session.run(takeGroup(circuit, centred, [g, group]));
      const products = sliceAt(outputs.get(SHARES)!, 0);
      for (let k = 0; k < products.dims[0]!; k++) {
        const options = { energy: centred.energies[found.length]!, first: g * inChannels / group };
        found.push(nameContributions(sliceAt(products, k).data, options));
      }
    }
  } finally {
    await session.close();
  }
  return found;
}

// Groups read and write channels that lie side by side.
function takeGroup(
  { kernels, inputs }: Circuit,
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
