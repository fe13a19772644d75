import type { NewGraph, NewNode, NewTensor } from "./encode.ts";

/** A graph that is being written. */
export interface GraphDraft {
  readonly nodes: NewNode[];
  readonly constants: Map<string, NewTensor>;
}

/** Begins a graph. */
export function createDraft(): GraphDraft {
  return { nodes: [], constants: new Map() };
}

/** Adds a node of one output, and names that. */
export function emitNode(
  { nodes }: GraphDraft,
  op: string,
  inputs: readonly string[],
  attributes: NonNullable<NewNode["attributes"]> = {},
): string {
  const output = `value_${nodes.length}`;
  nodes.push({ op, inputs, outputs: [output], attributes });
  return output;
}

/** Adds a list of whole numbers, as operators take sizes and places, and names it. */
export function holdNumbers({ constants }: GraphDraft, numbers: readonly number[]): string {
  const name = `numbers_${constants.size}`;
  constants.set(name, { data: BigInt64Array.from(numbers, BigInt), dims: [numbers.length] });
  return name;
}

/** Where a tensor [n, channels, …size] lies: its size, and where it begins, along each axis. */
export interface TensorPlace {
  readonly size: readonly number[];
  readonly offset: readonly number[];
}

/** Pads and crops a tensor to another place, and names what comes of it. */
export function emitPlaced(
  draft: GraphDraft,
  name: string,
  { from, to }: { readonly from: TensorPlace; readonly to: TensorPlace },
): string {
  const before = to.offset.map((begin, axis) => from.offset[axis]! - begin);
  const after = to.size.map((cells, axis) => cells - from.size[axis]! - before[axis]!);
  if ([...before, ...after].every((cells) => cells === 0)) return name;
  return emitNode(draft, "Pad", [name, holdNumbers(draft, [0, 0, ...before, 0, 0, ...after])]);
}

/** Ends a graph whose inputs have as many axes as is said, of any extent. */
export function finishDraft(
  { nodes, constants }: GraphDraft,
  inputs: ReadonlyMap<string, number>,
  outputs: readonly string[],
): NewGraph {
  const open = [...inputs].map(([name, axes]) => [name, Array<null>(axes).fill(null)] as const);
  return { nodes, constants, inputs: new Map(open), outputs };
}
