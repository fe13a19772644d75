import { findFreeName } from "../graph/free_name.ts";
import { encodeOpset, findImports } from "../graph/imports.ts";
import type { Model, ModelSource } from "../graph/model.ts";
import { type ConvLayer, findLayers } from "../layer/conv_layer.ts";
import { type Noted, writeNoted } from "../layer/noted.ts";
import { readModel } from "../read/read_model.ts";
import { joinSources, memorySource, messageSource } from "../wire/joined_source.ts";
import type { Node } from "../wire/node.ts";
import { GRAPH, MODEL, NODE } from "../wire/proto.ts";
import { type ByteSource, encodeMessage } from "../wire/wire.ts";
import { encodeNode, encodeValueInfo } from "../write/encode.ts";
import { encodeEntry, type NamedTensor } from "../write/named_tensor.ts";
import { findKept, type Kept } from "./kept.ts";
import { findLost } from "./lost_notes.ts";
import { listOutputs, type SlimOutput } from "./outputs.ts";
import { copyRemarks, copyTensors } from "./remarks.ts";
import { placeBeside, type PlacedWeights, placeInside } from "./placed_weights.ts";
import { copyField, copyWhole } from "../write/whole_copy.ts";

/** A model that holds what some layers of another one need, as the bytes of files. */
export interface SlimModel {
  /** The model's file. */
  readonly file: ByteSource;
  /** The file beside it that holds its large weights; null where it holds them itself. */
  readonly data: ByteSource | null;
  /** Its own layers: those that were chosen, and those that they need. */
  readonly layers: readonly ConvLayer[];
}

/** How a model is made slim. */
export interface SlimOptions {
  /**
   * What the file of the weights is called, where the model cannot hold them.
   *
   * @default {"weights.data"}
   */
  readonly dataName?: string;
  /** What is noted of it beside what the model notes already, by key. */
  readonly notes?: ReadonlyMap<string, string>;
  /**
   * How many bytes a model can have.
   *
   * @default {2147483647}, of protobuf
   */
  readonly mostBytes?: number;
}

/**
 * Makes a model of what some layers of another one need, under the same names: what is kept is copied
 * byte by byte, so that kernels and maps are the same to the last bit. The maps are its outputs.
 *
 * @param model A model of {@linkcode readModel}.
 * @param layers The layers that are wanted, of {@linkcode findConvLayers} or
 * {@linkcode findDenseLayers}.
 * @param options How it is written.
 * @returns The bytes of its files, which are read from the model's as they are asked for.
 * @throws {RangeError} If data beside the model are not there, where they are read.
 *
 * @example A first layer, without the network behind it
 * ```ts
 * import { findConvLayers, readModel, slimModel } from "@convatlas/convatlas";
 * import assert from "node:assert/strict";
 *
 * const model = readModel(await Deno.readFile("fixtures/miniature.onnx"));
 * const { file } = slimModel(model, findConvLayers(model).slice(0, 1));
 * const bytes = file.read(0, file.byteLength);
 * assert.equal(findConvLayers(readModel(bytes)).length, 1);
 * ```
 */
export function slimModel(
  model: Model,
  layers: readonly ConvLayer[],
  options: SlimOptions = {},
): SlimModel {
  const { dataName = "weights.data", notes: added = new Map() } = options;
  const { mostBytes = 2 ** 31 - 1 } = options;
  const parts = { ...planParts(model, layers), added };
  const bare = assemble(parts);
  const weights = bare.byteLength <= mostBytes
    ? parts.weights
    : placeBeside(model, listWeights(model, parts.kept), dataName);
  const notes = findLost(layers, readBack(bare));
  const file = assemble({ ...parts, weights, notes });
  return { file, data: weights.data, layers: readBack(file) };
}

/** Reckons the bytes of a model that holds what some layers of another one need, but for its notes. */
export function weighSlim(model: Model, layers: readonly ConvLayer[]): number {
  return assemble(planParts(model, layers)).byteLength;
}

function planParts(model: Model, layers: readonly ConvLayer[]): Parts {
  const kept = findKept(model, layers);
  const outputs = listOutputs(model, layers, kept);
  const weights = placeInside(model, listWeights(model, kept));
  return { model, kept, outputs, weights, added: new Map(), notes: new Map() };
}

function listWeights({ graph }: Model, { read }: Kept): NamedTensor[] {
  return [...graph.initializers].filter(([name]) => read.has(name))
    .map(([name, ref]) => ({ name, ref }));
}

// Data beside it are of no matter here.
function readBack(file: ModelSource): ConvLayer[] {
  return findLayers(readModel(file));
}

/** What a file is put together from. */
interface Parts {
  readonly model: Model;
  readonly kept: Kept;
  readonly outputs: readonly SlimOutput[];
  readonly weights: PlacedWeights;
  /** What is noted of the model beside what it notes already, and of nodes. */
  readonly added: ReadonlyMap<string, string>;
  readonly notes: ReadonlyMap<Node, Noted>;
}

// What a model says of itself that is written anew, or is of the whole alone.
const REWRITTEN: ReadonlySet<number> = new Set([
  ...[MODEL.graph, MODEL.opsetImport, MODEL.functions, MODEL.trainingInfo],
]);

function assemble(parts: Parts): ByteSource {
  const { model, kept, added } = parts;
  const { opsets, functions } = findImports(model, kept.nodes);
  return joinSources([
    ...model.fields.filter(({ no }) => !REWRITTEN.has(no)).map((field) => copyField(model, field)),
    ...[...added].filter(([key]) => !model.metadata.has(key)).map(([key, value]) =>
      memorySource(encodeMessage(MODEL.metadataProps, encodeEntry(key, value)))
    ),
    ...opsets.map((opset) => memorySource(encodeOpset(opset))),
    messageSource(MODEL.graph, assembleGraph(parts)),
    ...functions.map((field) => copyWhole(model, field, "function")),
  ]);
}

function assembleGraph({ model, kept, outputs, weights, notes }: Parts): ByteSource[] {
  const { inputs } = model.graph;
  return [
    ...kept.nodes.map((node) => copyNode(model, node, notes.get(node) ?? {})),
    ...copyRemarks(model, kept),
    ...weights.fields,
    ...[...inputs.values()].filter(({ name }) => kept.read.has(name))
      .map(({ field }) => copyField(model, field)),
    ...(outputs.length > 0 ? outputs.map(({ bytes }) => bytes) : encodeShape(model, kept))
      .map(memorySource),
    ...copyTensors(model, kept, outputs.map(({ name }) => name)),
  ];
}

function copyNode(model: Model, node: Node, noted: Noted): ByteSource {
  const entries = writeNoted(noted).map(([key, value]) =>
    memorySource(encodeMessage(NODE.metadataProps, encodeEntry(key, value)))
  );
  return copyWhole(model, node.field, "node", entries);
}

// No file is valid without an output; of what the last node writes, dims are always known to be a list.
function encodeShape({ graph }: Model, { nodes }: Kept): Uint8Array<ArrayBuffer>[] {
  const last = nodes.at(-1)!.outputs.find((name) => name !== "")!;
  const shape = findFreeName(graph, `${last}_shape`);
  return [
    encodeNode(GRAPH.node, { op: "Shape", inputs: [last], outputs: [shape] }),
    encodeValueInfo(GRAPH.output, shape, { dims: [null], type: "int64" }),
  ];
}
