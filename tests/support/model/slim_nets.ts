import type { NodeText } from "./onnx_model.ts";
import { storeRaw, type TensorText } from "./onnx_tensor.ts";

/** The nodes of a net that reads "photo", and its weights, which are all dims and no numbers. */
export interface Net {
  readonly nodes: readonly NodeText[];
  readonly tensors: Readonly<Record<string, TensorText>>;
}

type Padding = "SAME" | "VALID" | number;

/** A net that is being built: each step reads what the last one wrote. */
interface Draft extends Net {
  readonly nodes: NodeText[];
  readonly tensors: Record<string, TensorText>;
  last: string;
}

function createDraft(): Draft {
  return { nodes: [], tensors: {}, last: "photo" };
}

function addConv(net: Draft, size: number, stride = 1, padding: Padding = "SAME"): void {
  const weight = `w${net.nodes.length}`;
  net.tensors[weight] = storeRaw("float32", [1, 1, size, size], new Uint8Array(4 * size ** 2));
  addNode(net, "Conv", [net.last, weight], slide(size, stride, padding));
}

function addPool(net: Draft, size: number, stride: number, padding: Padding): void {
  addNode(net, "MaxPool", [net.last], slide(size, stride, padding));
}

function addNode(
  net: Draft,
  op: string,
  inputs: readonly string[],
  rest: Partial<NodeText> = {},
): void {
  const output = `t${net.nodes.length}`;
  net.nodes.push({ op, inputs, outputs: [output], ...rest });
  net.last = output;
}

function slide(size: number, stride: number, padding: Padding): Partial<NodeText> {
  const ints = { kernel_shape: [size, size], strides: [stride, stride] };
  if (typeof padding === "number") return { ints: { ...ints, pads: Array(4).fill(padding) } };
  return { ints, string: { auto_pad: padding === "SAME" ? "SAME_UPPER" : padding } };
}

/** Builds alexnet_v2 of TensorFlow's slim, up to pool5. */
export function buildAlexnet(): Net {
  const net = createDraft();
  addConv(net, 11, 4, "VALID");
  addPool(net, 3, 2, "VALID");
  addConv(net, 5);
  addPool(net, 3, 2, "VALID");
  for (let i = 0; i < 3; i++) addConv(net, 3);
  addPool(net, 3, 2, "VALID");
  return net;
}

/** Builds vgg_16 of TensorFlow's slim, up to pool5. */
export function buildVgg16(): Net {
  const net = createDraft();
  for (const count of [2, 2, 3, 3, 3]) {
    for (let i = 0; i < count; i++) addConv(net, 3);
    addPool(net, 2, 2, "VALID");
  }
  return net;
}

/** Builds resnet_v1_50 of TensorFlow's slim, up to block4: the last unit of a block steps by two. */
export function buildResnet50(): Net {
  const net = createDraft();
  addConv(net, 7, 2, 3);
  addPool(net, 3, 2, "SAME");
  for (const [block, units] of [3, 4, 6, 3].entries()) {
    for (let unit = 1; unit <= units; unit++) {
      addUnit(net, { stride: unit === units && block < 3 ? 2 : 1, widens: unit === 1 });
    }
  }
  return net;
}

// A bottleneck: 1x1, 3x3, 1x1 beside a shortcut. A 3x3 of stride 2 pads by itself (conv2d_same).
function addUnit(
  net: Draft,
  { stride, widens }: { readonly stride: number; readonly widens: boolean },
): void {
  const input = net.last;
  if (widens) addConv(net, 1, stride, "VALID");
  else if (stride > 1) addPool(net, 1, stride, "VALID");
  const shortcut = net.last;
  net.last = input;
  addConv(net, 1);
  addConv(net, 3, stride, stride === 1 ? "SAME" : 1);
  addConv(net, 1);
  addNode(net, "Add", [shortcut, net.last]);
  addNode(net, "Relu", [net.last]);
}
