import type { NodeText } from "../../tests/support/model/onnx_model.ts";

/** A network that is being built: each step reads what the last one wrote. */
export interface Network {
  readonly nodes: NodeText[];
  readonly weights: Weight[];
  /** What the last step wrote. */
  last: string;
  /** How many channels that has. */
  channels: number;
}

/** The sizes of a constant tensor, and the standard deviation of its numbers. */
export interface Weight {
  readonly name: string;
  readonly dims: readonly number[];
  readonly deviation: number;
}

/** The size of the photos that all networks read. */
export const PHOTO = { channels: 3, height: 224, width: 224 } as const;

/** Starts a network. */
export function createNetwork(): Network {
  return { nodes: [], weights: [], last: "photo", channels: PHOTO.channels };
}

/** How a convolution is laid out. */
export interface ConvOptions {
  readonly size: number;
  /** @default {1} */
  readonly stride?: number;
  /** @default As much as keeps the size where the stride is one. */
  readonly padding?: number;
  /** @default {1} */
  readonly group?: number;
}

/** Adds a convolution with a bias, as exporters write one with its batch norm folded in. */
export function addConv(net: Network, channels: number, options: ConvOptions): void {
  const { size, stride = 1, padding = (size - 1) / 2, group = 1 } = options;
  addWeighted(net, "Conv", [channels, net.channels / group, size, size], {
    ints: {
      kernel_shape: [size, size],
      strides: [stride, stride],
      pads: Array(4).fill(padding),
    },
    int: { group },
  });
}

/** Adds a layer of a classifier. */
export function addDense(net: Network, channels: number): void {
  addWeighted(net, "Gemm", [channels, net.channels], { int: { transB: 1 } });
}

// As He has it: what comes out varies as much as what goes in, where half of it is cut off by a Relu.
function addWeighted(
  net: Network,
  op: string,
  dims: readonly [number, ...number[]],
  rest: Partial<NodeText>,
): void {
  const [channels, ...inputs] = dims;
  const [weight, bias] = [`${net.nodes.length}.weight`, `${net.nodes.length}.bias`];
  const fanIn = inputs.reduce((product, extent) => product * extent, 1);
  net.weights.push(
    { name: weight, dims, deviation: Math.sqrt(2 / fanIn) },
    { name: bias, dims: [channels], deviation: 0.1 },
  );
  addNode(net, op, { ...rest, inputs: [net.last, weight, bias] });
  net.channels = channels;
}

/** Adds a maximum pool. */
export function addPool(net: Network, size: number, stride: number, padding = 0): void {
  const ints = {
    kernel_shape: [size, size],
    strides: [stride, stride],
    pads: Array(4).fill(padding),
  };
  addNode(net, "MaxPool", { ints });
}

/** Adds a node, which reads the last one unless it says more. */
export function addNode(
  net: Network,
  op: string,
  { inputs = [net.last], ...rest }: Partial<NodeText> = {},
): void {
  const output = `${op}_${net.nodes.length}`;
  net.nodes.push({ op, name: output, inputs, outputs: [output], ...rest });
  net.last = output;
}
