import { listVariable } from "../graph/computable.ts";
import { isFlattening } from "../graph/flattening.ts";
import type { ConvLayer } from "./conv_layer.ts";
import { findConstant } from "../constant/find_constant.ts";
import type { Model } from "../graph/model.ts";
import { findTraits } from "../graph/operator.ts";
import type { Node } from "../wire/node.ts";

const MAX_STEPS = 64;

/** Kernels that make some of the maps which a layer reads, each a map of its own. */
export interface SourcePart {
  /** The place of their layer. */
  readonly layer: number;
  /** The input channel that the first of them makes. */
  readonly first: number;
  /** How many there are; null where that is not known. */
  readonly count: number | null;
}

/**
 * Finds for each layer the kernels that make the maps it reads, those of several layers where their
 * maps stand one behind the other; none of what is a sum of several maps, or is something else, nor
 * behind that.
 */
export function findSourceParts(model: Model, layers: readonly ConvLayer[]): SourcePart[][] {
  const makers = new Map<string, SourcePart>();
  layers.forEach(({ output, chain, shape }, place) => {
    for (const name of chain === null ? [output] : [output, chain.output]) {
      const count = shape?.outChannels ?? null;
      if (!makers.has(name)) makers.set(name, { layer: place, first: 0, count });
    }
  });
  const search = { model, makers, found: new Map<string, FoundParts>() };
  return layers.map(({ input }) => [...findParts(input, search, 0).parts]);
}

interface Search {
  readonly model: Model;
  readonly makers: ReadonlyMap<string, SourcePart>;
  readonly found: Map<string, FoundParts>;
}

/** The parts of a tensor, and how many channels they and what is not known are together. */
interface FoundParts {
  readonly parts: readonly SourcePart[];
  readonly count: number | null;
}

const NOTHING: FoundParts = { parts: [], count: null };
const MAX_JOINS = 64; // one within the other
// More than any network joins: each join of a tensor with itself would double them.
const MOST_PARTS = 4096;

function findParts(tensor: string, search: Search, joins: number): FoundParts {
  const known = search.found.get(tensor);
  if (known !== undefined) return known;
  const found = followParts(tensor, search, joins);
  search.found.set(tensor, found);
  return found;
}

function followParts(tensor: string, search: Search, joins: number): FoundParts {
  const { model, makers } = search;
  let name = tensor;
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const source = makers.get(name);
    if (source !== undefined) return { parts: [source], count: source.count };
    const node = model.graph.producers.get(name);
    if (node === undefined) return NOTHING;
    const joined = listJoined(node);
    if (joined !== null && joins < MAX_JOINS) {
      return joinParts(joined.map((each) => findParts(each, search, joins + 1)));
    }
    if (!keepsChannels(model, node)) return NOTHING;
    const read = listVariable(model, node);
    if (read.length !== 1) return NOTHING; // a sum of several
    name = read[0]!;
  }
  return NOTHING;
}

// Channels are the axis behind that of the samples; of what is counted from the end no rank is known.
function listJoined({ op, domain, attributes, inputs }: Node): readonly string[] | null {
  if (op === "Concat" && domain === "") {
    const axis = attributes.get("axis")?.int;
    return axis === 1 || axis === -3 ? inputs : null;
  }
  // Behind the scale and the zero point of the output: each part before those of its own.
  if (op !== "QLinearConcat" || attributes.get("axis")?.int !== 1) return null;
  return inputs.filter((_, i) => i >= 2 && (i - 2) % 3 === 0);
}

function joinParts(joined: readonly FoundParts[]): FoundParts {
  const parts: SourcePart[] = [];
  let first = 0;
  for (const each of joined) {
    if (parts.length + each.parts.length > MOST_PARTS) return NOTHING;
    for (const part of each.parts) parts.push({ ...part, first: first + part.first });
    if (each.count === null) return { parts, count: null };
    first += each.count;
  }
  return { parts, count: first };
}

/** Whether a node leaves maps in the order of their channels, each made of its own. */
export function keepsChannels(model: Model, node: Node): boolean {
  const { channels, reducing } = findTraits(node);
  if (channels !== null) return true;
  if (reducing) return sumsUpMaps(model, node);
  return isFlattening(node) && hasSingleCells(model, node.inputs[0] ?? "");
}

// Whether every map of a tensor has been brought to one cell, so that a row of numbers has one each.
function hasSingleCells(model: Model, tensor: string): boolean {
  let name = tensor;
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const node = model.graph.producers.get(name);
    if (node === undefined) return false;
    const { pool, channels, reducing } = findTraits(node);
    if (pool === "map" || reducing && sumsUpMaps(model, node)) return true;
    if (channels === null && !isFlattening(node)) return false;
    name = listVariable(model, node)[0] ?? "";
  }
  return false;
}

function sumsUpMaps(model: Model, { attributes, inputs }: Node): boolean {
  const axes = attributes.get("axes")?.ints ??
    findConstant(model, inputs[1] ?? "")?.evaluate().data;
  return axes !== undefined && ["2,3", "-2,-1", "-1,-2"].includes(axes.join());
}
