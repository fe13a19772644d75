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

/** Ends a graph whose inputs have as many axes as is said, of any extent. */
export function finishDraft(
  { nodes, constants }: GraphDraft,
  inputs: ReadonlyMap<string, number>,
  outputs: readonly string[],
): NewGraph {
  const open = [...inputs].map(([name, axes]) => [name, Array<null>(axes).fill(null)] as const);
  return { nodes, constants, inputs: new Map(open), outputs };
}
