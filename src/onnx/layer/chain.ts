import type { Model } from "../graph/model.ts";
import { findTraits } from "../graph/operator.ts";
import type { Noted } from "./noted.ts";
import type { Node } from "../wire/node.ts";
import { findWeights, type Weights } from "../constant/weights.ts";

/** What follows a convolution and changes each cell by itself: BatchNorm, bias, activation. */
export interface Chain {
  /** The tensor at its end. */
  readonly output: string;
  /** Its operators, in the order of the graph. */
  readonly operators: readonly string[];
  /** The tensor that a fused convolution adds to its own maps; null where nothing is added. */
  readonly added: string | null;
}

/** What is known of a convolution's maps. */
export interface MapShape {
  readonly channels: number;
  /** How many axes they have, with those of the batch and the channels. */
  readonly rank: number;
}

// GELU written out takes eight nodes; a longer chain is something else.
const MAX_LENGTH = 32;

/**
 * Finds the elementwise chain behind a convolution: the last tensor that
 * depends on nothing but its output and constants, cell by cell, and that all
 * paths from its output lead through. So `x · sigmoid(x)` is one chain, and it
 * ends before a residual is added, and before a constant makes several maps of
 * one. Null where nothing of the kind follows.
 *
 * @param noted Where it is noted to end; then it ends nowhere else.
 */
export function findChain(
  model: Model,
  start: string,
  maps: MapShape | null = null,
  noted: Noted["chain"] = undefined,
): Chain | null {
  const { tensors, nodes } = growRegion(model, start, maps);
  for (let end = tensors.length - 1; end > 0; end--) {
    if (noted !== undefined && tensors[end] !== noted) continue;
    if (!endsChain(model, tensors, nodes, end)) continue;
    const operators = nodes.slice(0, end).filter((node) => !isPassing(node)).map(({ op }) => op);
    const added = findAdded(nodes.slice(0, end), tensors);
    return operators.length === 0 ? null : { output: tensors[end]!, operators, added };
  }
  return null;
}

/** The tensors that grow from one, in the order of the graph; node i writes tensor i + 1. */
interface Region {
  readonly tensors: readonly string[];
  readonly nodes: readonly Node[];
}

function growRegion(model: Model, start: string, maps: MapShape | null): Region {
  const tensors = [start];
  const nodes: Node[] = [];
  const inside = new Set(tensors);
  const open = new Set(fewConsumersOf(model, start));
  const fused = model.graph.producers.get(start)?.part ?? null;
  while (open.size > 0 && nodes.length < MAX_LENGTH) {
    const node = earliest(model, open);
    open.delete(node);
    const output = node.outputs[0] ?? "";
    const closed = (isCellwise(node) || endsSample(node, maps)) &&
      (isPart(node, fused) ||
        node.inputs.every((input) =>
          input === "" || inside.has(input) || keepsMaps(findWeights(model, input), maps)
        ));
    if (!closed || inside.has(output)) continue;
    nodes.push(node);
    tensors.push(output);
    inside.add(output);
    fewConsumersOf(model, output).forEach((consumer) => open.add(consumer));
  }
  return { tensors, nodes };
}

// Maps of truth values are no pictures.
function isCellwise(node: Node): boolean {
  const { cellByCell, values } = findTraits(node);
  return cellByCell && values !== "truth";
}

// A softmax over all that a sample has become says of each number what share it has.
function endsSample({ op, attributes }: Node, maps: MapShape | null): boolean {
  const axis = attributes.get("axis")?.int ?? -1;
  return maps?.rank === 2 && axis !== 0 && (op === "Softmax" || op === "LogSoftmax");
}

function isPassing(node: Node): boolean {
  const { values } = findTraits(node);
  return values === "same" || values === "rounded";
}

// What a convolution was fused with belongs to it, also where it adds other maps.
function isPart({ part }: Node, fused: Node | null): boolean {
  return fused !== null && part === fused;
}

function findAdded(nodes: readonly Node[], tensors: readonly string[]): string | null {
  const addition = nodes.find(({ op, part }) => op === "Add" && part !== null);
  return addition?.inputs.find((input) => !tensors.includes(input)) ?? null;
}

// A constant that is broadcast has a number for all channels, or one for each.
function keepsMaps(constant: Weights | null, maps: MapShape | null): boolean {
  if (constant === null || maps === null) return constant !== null;
  const channels = constant.dims.at(1 - maps.rank) ?? 1;
  return constant.dims.length <= maps.rank && (channels === 1 || channels === maps.channels);
}

// The order of the file is one that the nodes can run in.
function earliest({ graph }: Model, nodes: ReadonlySet<Node>): Node {
  const placeOf = (node: Node) => graph.places.get(node)!;
  return [...nodes].reduce((a, b) => placeOf(a) <= placeOf(b) ? a : b);
}

function endsChain(
  model: Model,
  tensors: readonly string[],
  nodes: readonly Node[],
  end: number,
): boolean {
  if (findTraits(nodes[end - 1]!).quantized) return false;
  const before = new Set(nodes.slice(0, end));
  return tensors.slice(0, end).every((tensor) => {
    const consumers = consumersOf(model, tensor);
    return consumers.length > 0 && consumers.every((node) => before.has(node));
  });
}

// No chain holds more than MAX_LENGTH readers of one tensor, so it ends there.
function fewConsumersOf(model: Model, tensor: string): readonly Node[] {
  const consumers = consumersOf(model, tensor);
  return consumers.length > MAX_LENGTH ? [] : consumers;
}

function consumersOf(model: Model, tensor: string): readonly Node[] {
  return model.graph.consumers.get(tensor) ?? [];
}
