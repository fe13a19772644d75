import {
  centreMap,
  type Contributions,
  measureShare,
  nameContributions,
} from "../../analysis/map/contribution.ts";
import type { ConvLayer } from "../../onnx/layer/conv_layer.ts";
import type { ConvShape } from "../../onnx/layer/conv_shape.ts";
import {
  type KernelRange,
  planTerms,
  sortByInput,
  TERMS_INPUT,
  TERMS_SLICES,
} from "../../onnx/layer/terms.ts";
import { sliceAt, type Tensor } from "../../tensor/tensor.ts";
import type { GraphRunner } from "../session/graph_runner.ts";

// The terms of a whole layer may take gigabytes; so many are computed at once.
const MOST_CELLS = 1 << 24;

/** Tells whether the maps of a layer are sums of more than one slice that can be told apart. */
export function hasCircuit({ node, shape, kernels, readsInput }: ConvLayer): boolean {
  return node.domain === "" && node.op === "Conv" && kernels !== null && readsInput === null &&
    shape !== null && shape.kernelShape.length === 2 && shape.inChannels > shape.group;
}

/**
 * Finds the input slices that make most of every map of a layer on one photo;
 * null for a map that is the same everywhere.
 *
 * @param kernels Its kernels, [outChannels, inChannels / group, height, width].
 * @param inputs The maps that the layer reads, [inChannels, height, width].
 * @param maps Its own maps, [outChannels, height, width].
 */
export async function traceCircuit(
  layer: ConvLayer,
  { kernels, inputs, maps }: {
    readonly kernels: Tensor;
    readonly inputs: Tensor;
    readonly maps: Tensor;
  },
  runner: GraphRunner,
): Promise<(Contributions | null)[]> {
  const shape = layer.shape!;
  const shares = Array.from({ length: shape.outChannels }, () => new Map<number, number>());
  const centred = shares.map((_, k) => centreMap(sliceAt(maps, k).data));
  for (const range of listRanges(shape, maps)) {
    const terms = await computeTerms(shape, kernels, { inputs, maps, range }, runner);
    eachTerm(shape, range, (term, { kernel, input }) => {
      const map = centred[kernel];
      if (map) shares[kernel]!.set(input, measureShare(sliceAt(terms, term).data, map));
    });
  }
  return centred.map((map, k) => map && nameContributions(shares[k]!));
}

function listRanges({ inChannels, outChannels, group }: ConvShape, maps: Tensor): KernelRange[] {
  const [, height = 1, width = 1] = maps.dims;
  const perGroup = outChannels / group;
  const step = Math.max(1, Math.floor(MOST_CELLS / (inChannels * height * width)));
  const count = Math.ceil(perGroup / step);
  return Array.from({ length: count }, (_, i) => {
    return { from: i * step, to: Math.min((i + 1) * step, perGroup) };
  });
}

async function computeTerms(
  shape: ConvShape,
  kernels: Tensor,
  { inputs, maps, range }: {
    readonly inputs: Tensor;
    readonly maps: Tensor;
    readonly range: KernelRange;
  },
  runner: GraphRunner,
): Promise<Tensor> {
  const cells = { read: inputs.dims.slice(1), written: maps.dims.slice(1) };
  const batch = { data: inputs.data, dims: [1, ...inputs.dims] };
  const slices = sortByInput(shape, kernels, range);
  const fed = new Map([[TERMS_INPUT, batch], [TERMS_SLICES, slices]]);
  return sliceAt(await runner.run(planTerms(shape, cells), fed), 0);
}

function eachTerm(
  { inChannels, outChannels, group }: ConvShape,
  { from, to }: KernelRange,
  visit: (term: number, place: { readonly kernel: number; readonly input: number }) => void,
): void {
  const inputs = inChannels / group;
  const perGroup = outChannels / group;
  for (let input = 0; input < inChannels; input++) {
    const first = Math.floor(input / inputs) * perGroup;
    for (let k = from; k < to; k++) {
      visit(input * (to - from) + k - from, { kernel: first + k, input });
    }
  }
}
