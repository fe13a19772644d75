import { findConstant } from "../constant/find_constant.ts";
import { type ConvOperator, findConvOperator } from "../graph/conv_operator.ts";
import type { ValueInfo } from "../graph/graph.ts";
import type { Model } from "../graph/model.ts";
import { findTraits, isOperand } from "../graph/operator.ts";
import type { Node } from "../wire/node.ts";

/** What the first nodes of a graph make of an input. */
export interface InputRole {
  /** Whether a convolution takes it for its kernels, or a recurrent node for its weights or state. */
  readonly parameter: boolean;
  /** Which of its axes are the channels that a convolution or a pool reads; null where none is reached. */
  readonly channelAxis: number | null;
  /** How many axes of space that node slides over; null likewise. */
  readonly space: number | null;
}

// What stands between an input and the first convolution is some nodes long.
const MAX_NODES = 64;

// A tensor and, for each of its axes, the axis of the input that it is; -1 for one that was added.
type Followed = readonly [tensor: string, axes: readonly number[]];

// Where no sizes are declared: a picture, sound, a volume.
const RANKS = [4, 3, 5] as const;

/** Follows an input to what reads its channels. */
export function findInputRole(model: Model, { name, dims }: ValueInfo): InputRole {
  if (dims !== null) return followAxes(model, name, dims.length) ?? UNKNOWN;
  const fitting = RANKS.map((rank) => followAxes(model, name, rank));
  return fitting.find((role) => role !== null) ?? UNKNOWN;
}

const UNKNOWN: InputRole = { parameter: false, channelAxis: null, space: null };

// Null where a convolution that is reached has kernels of another number of axes.
function followAxes(model: Model, name: string, rank: number): InputRole | null {
  const open: Followed[] = [[name, Array.from({ length: rank }, (_, axis) => axis)]];
  const seen = new Set<Node>();
  let parameter = false;
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const [tensor, axes] = next;
    for (const node of model.graph.consumers.get(tensor) ?? []) {
      if (seen.has(node) || seen.size > MAX_NODES) continue;
      seen.add(node);
      if (isParameter(node, tensor)) parameter = true;
      const channelAxis = findChannels(node, tensor, axes);
      if (channelAxis !== null && !fitsKernels(model, node, axes.length)) return null;
      if (channelAxis !== null) return { parameter, channelAxis, space: axes.length - 2 };
      const after = holdsMaps(node, tensor) ? moveAxes(model, node, axes) : null;
      if (after === null) continue;
      for (const output of node.outputs) open.push([output, after]);
    }
  }
  return { parameter, channelAxis: null, space: null };
}

function fitsKernels(model: Model, node: Node, rank: number): boolean {
  const operator = findConvOperator(node.domain, node.op);
  const kernels = operator && findConstant(model, node.inputs[operator.weights] ?? "");
  return kernels === null || kernels.dims.length === rank;
}

function isParameter(node: Node, tensor: string): boolean {
  const operator = findConvOperator(node.domain, node.op);
  if (operator !== null) return node.inputs.indexOf(tensor) >= operator.weights;
  return findTraits(node).recurrent && node.inputs.indexOf(tensor) > 0;
}

function findChannels(node: Node, tensor: string, axes: readonly number[]): number | null {
  const operator = findConvOperator(node.domain, node.op);
  if (operator === null && !findTraits(node).channelwise) return null;
  if (node.inputs[0] !== tensor || axes.length < 3) return null;
  const axis = axes.at(operator !== null && readsChannelsLast(node, operator) ? -1 : 1)!;
  return axis < 0 ? null : axis;
}

function readsChannelsLast({ op, attributes }: Node, { refused }: ConvOperator): boolean {
  return attributes.get("channels_last")?.int === 1 || (refused !== null && op.startsWith("Nhwc"));
}

function holdsMaps(node: Node, tensor: string): boolean {
  const traits = findTraits(node);
  return node.inputs.some((name, i) => name === tensor && isOperand(traits, i));
}

function moveAxes(model: Model, node: Node, axes: readonly number[]): readonly number[] | null {
  const { space, values } = findTraits(node);
  if (space !== null && values !== "truth") return axes;
  switch (node.op) {
    case "Transpose": {
      const order = node.attributes.get("perm")?.ints ?? axes.map((_, i) => axes.length - 1 - i);
      return order.map((axis) => axes[axis] ?? -1);
    }
    case "Unsqueeze":
      return addAxes(axes, readAxes(model, node));
    case "Squeeze": {
      const dropped = readAxes(model, node)?.map((axis) => axis < 0 ? axis + axes.length : axis);
      return dropped ? axes.filter((_, i) => !dropped.includes(i)) : null;
    }
    default:
      return null;
  }
}

function readAxes(model: Model, { attributes, inputs }: Node): readonly number[] | null {
  const listed = attributes.get("axes")?.ints;
  if (listed !== undefined) return listed;
  const constant = findConstant(model, inputs[1] ?? "");
  return constant && [...constant.evaluate().data];
}

function addAxes(
  axes: readonly number[],
  added: readonly number[] | null,
): readonly number[] | null {
  if (added === null) return null;
  const rank = axes.length + added.length;
  const places = new Set(added.map((axis) => axis < 0 ? axis + rank : axis));
  const kept = [...axes];
  return Array.from({ length: rank }, (_, i) => places.has(i) ? -1 : kept.shift() ?? -1);
}
