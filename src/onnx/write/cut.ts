import { findTensor } from "../constant/constant_node.ts";
import { encodeNode, encodeOutput, encodeRawTensor, encodeValueInfo, makeCast } from "./encode.ts";
import { findFreeName } from "../graph/free_name.ts";
import type { Graph, ValueInfo } from "../graph/graph.ts";
import type { CutPart, Tap } from "../graph/tap.ts";
import type { Model } from "../graph/model.ts";
import { encodeImports } from "../graph/imports.ts";
import { findNeeds, findPartNeeds } from "../graph/needs.ts";
import type { Node } from "../wire/node.ts";
import { GRAPH, MODEL } from "../wire/proto.ts";
import { readData } from "../constant/tensor_data.ts";
import type { TensorRef } from "../wire/tensor_ref.ts";
import { countBytes, isNumeric } from "../wire/element.ts";
import { countElements } from "../../tensor/tensor.ts";
import { encodeLargest } from "./largest_cells.ts";
import { encodePlace, encodeRenamed, type NamedTensor } from "./named_tensor.ts";
import { encodeUnsigned } from "./unsigned_weights.ts";
import { copyWhole } from "./whole_copy.ts";
import { concatBytes, encodeField, encodeMessage, type Field } from "../wire/wire.ts";

/** A model that computes some tensors of another one, and nothing that they do not need. */
export interface Submodel {
  /** The model as a file's bytes. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The weights that are not among the bytes, by the path that the bytes name them with. */
  readonly externalData: readonly ExternalFile[];
  /** The inputs that have to be fed, all as float32. */
  readonly inputs: readonly SubmodelInput[];
  /** The names of the outputs, all float32, in the order of the taps. */
  readonly outputs: readonly string[];
}

/** A file that a model in memory refers to. */
export interface ExternalFile {
  readonly path: string;
  /** Who loads the model gives its memory back, where it is no part of a larger buffer. */
  readonly data: Uint8Array<ArrayBuffer>;
}

/** An input that has to be fed. */
export interface SubmodelInput {
  /** The input as the model declares it. */
  readonly declared: ValueInfo;
  /** The name to feed it by. */
  readonly feed: string;
}

// Before opset 6, Cast names its type by a text, and the runtime takes few models at all.
const CAST_SINCE = 6;

/** Names what goes into a cut model, and what comes out of each tap, before it is made. */
export function planCut(
  model: Model,
  taps: readonly Tap[],
): Pick<Submodel, "inputs" | "outputs"> {
  return {
    inputs: findFedInputs(model, taps).map((declared, i) => toSubmodelInput(model, declared, i)),
    outputs: nameOutputs(model, taps).map(({ output }) => output),
  };
}

/**
 * Cuts a model down to what the tapped tensors need. Nodes and weights are
 * copied as they are, byte by byte, large weights as files of their own, but for
 * int8 weights that a processor may compute wrongly. What is not float32 is cast where it enters and leaves, so
 * that every input and output is.
 *
 * @param part What of it is kept; inputs and outputs have the names that they have in the whole.
 * @throws {RangeError} If nothing in the graph writes one of the tensors.
 */
export function cutModel(
  model: Model,
  taps: readonly Tap[],
  part: CutPart | null = null,
): Submodel {
  const { source, graph } = model;
  const needs = part === null ? findNeeds(model, taps) : findPartNeeds(model, part);
  const copy = (field: Field) => source.read(field.tagStart, field.end);
  const nodes = graph.nodes.filter((node) => needs.nodes.has(node));
  const weights = [...graph.initializers].filter(([name]) => needs.tensors.has(name))
    .map(([name, ref]) => ({ name, ref }));
  const inputs = [...graph.inputs.values()].filter((input) => needs.tensors.has(input.name));
  const defaulted = inputs.filter((input) => graph.initializers.has(input.name));
  const { inputs: fed } = planCut(model, taps);
  const tapped = nameOutputs(model, taps).filter(({ tap }) => part === null || part.taps.has(tap));
  const outputs = tapped.map(({ output }) => output);
  const externalData: ExternalFile[] = [];
  const parts = [
    ...fed.flatMap(encodeFeed),
    ...nodes.filter((node) => findTaken(node) === null)
      .flatMap((node) => encodeUnsigned(model, node) ?? [copyNode(model, node)]),
    ...tapped.flatMap(({ tap, output }) => encodeTap(model, tap, output)),
    encodeField({ no: GRAPH.name, kind: "text", value: "taps" }),
    ...[...weights, ...nodes.map(findTaken).filter((ref) => ref !== null)]
      .map((ref) => encodeWeight(model, ref, externalData)),
    ...defaulted.map((input) => copy(input.field)),
    ...outputs.map(encodeOutput),
    ...(outputs.length === 0 ? encodeEcho(graph, fed) : []),
  ];
  const bytes = concatBytes([
    encodeField({ no: MODEL.irVersion, kind: "int", value: model.irVersion }),
    ...encodeImports(model, nodes),
    encodeMessage(MODEL.graph, parts),
  ]);
  return { bytes, externalData, inputs: fed, outputs };
}

// Data of a body's own tensors that lie in other files come into it: only those of the graph go
// along as files.
function copyNode(model: Model, { attributes, field }: Node): Uint8Array {
  const hasBody = [...attributes.values()].some(({ graphs }) => graphs.length > 0);
  if (!hasBody) return model.source.read(field.tagStart, field.end);
  const whole = copyWhole(model, field, "node");
  return whole.read(0, whole.byteLength);
}

/** Lists the inputs of a model that have no value of their own: others are weights, or defaults. */
export function listFedInputs({ graph: { inputs, initializers } }: Model): ValueInfo[] {
  return [...inputs.values()].filter(({ name }) => !initializers.has(name));
}

/** Finds those among them that the tapped tensors depend on. */
export function findFedInputs(model: Model, taps: readonly Tap[]): ValueInfo[] {
  const { tensors } = findNeeds(model, taps);
  return listFedInputs(model).filter(({ name }) => tensors.has(name));
}

/** Names what comes out of each tap. */
function nameOutputs(
  model: Model,
  taps: readonly Tap[],
): readonly { readonly tap: Tap; readonly output: string }[] {
  return taps.map((tap, i) => ({
    tap,
    output: casts(model) || tap.largestOf ? findFreeName(model.graph, `tap_${i}`) : tap.tensor,
  }));
}

function casts(model: Model): boolean {
  return findOpset(model) >= CAST_SINCE;
}

function findOpset({ opsets }: Model): number {
  return opsets.get("") ?? 1;
}

function toSubmodelInput(model: Model, declared: ValueInfo, i: number): SubmodelInput {
  const same = declared.dataType === "float32" || !casts(model);
  return { declared, feed: same ? declared.name : findFreeName(model.graph, `feed_${i}`) };
}

function encodeFeed({ declared, feed }: SubmodelInput): Uint8Array[] {
  const info = encodeValueInfo(GRAPH.input, feed, declared);
  if (feed === declared.name) return [info];
  return [info, encodeNode(GRAPH.node, makeCast(feed, declared.name, declared.dataType))];
}

// The runtime takes no graph without an output.
function encodeEcho(graph: Graph, [first]: readonly SubmodelInput[]): Uint8Array[] {
  if (first === undefined) return [];
  const echo = findFreeName(graph, "echo");
  const identity = { op: "Identity", inputs: [first.feed], outputs: [echo] };
  return [encodeNode(GRAPH.node, identity), encodeOutput(echo)];
}

function encodeTap(model: Model, { largestOf, ...tap }: Tap, output: string): Uint8Array[] {
  if (!largestOf) return encodeValues(tap, output);
  const values = casts(model) ? `${output}_values` : tap.tensor;
  const most = encodeLargest(values, output, { block: largestOf, opset: findOpset(model) });
  return [...encodeValues(tap, values), ...most];
}

function encodeValues({ tensor, quantization, dimsOnly }: Tap, output: string): Uint8Array[] {
  if (output === tensor) return [];
  if (dimsOnly) {
    const dims = `${output}_dims`;
    const shape = { op: "Shape", inputs: [tensor], outputs: [dims] };
    return [shape, makeCast(dims, output, "float32")].map((node) => encodeNode(GRAPH.node, node));
  }
  const real = quantization === null ? tensor : `${output}_dequantized`;
  const cast = makeCast(real, output, "float32");
  if (quantization === null) return [encodeNode(GRAPH.node, cast)];
  if (quantization.scale === null) return encodeShift(tensor, quantization.zeroPoint, output);
  const inputs = [tensor, quantization.scale, quantization.zeroPoint];
  const dequantize = { op: "DequantizeLinear", inputs, outputs: [real] };
  return [encodeNode(GRAPH.node, dequantize), encodeNode(GRAPH.node, cast)];
}

// Whole numbers less the one that stands for 0.
function encodeShift(tensor: string, zeroPoint: string, output: string): Uint8Array[] {
  const [whole, zero] = [`${output}_whole`, `${output}_zero`];
  return [
    encodeNode(GRAPH.node, makeCast(tensor, whole, "float32")),
    encodeNode(GRAPH.node, makeCast(zeroPoint, zero, "float32")),
    encodeNode(GRAPH.node, { op: "Sub", inputs: [whole, zero], outputs: [output] }),
  ];
}

// The tensor of a Constant node whose data lie in another file, or which is sparse: it goes along
// as an initializer.
function findTaken(node: Node): NamedTensor | null {
  const ref = findTensor(node);
  return ref?.external || ref?.sparse ? { name: node.outputs[0] ?? "", ref } : null;
}

function encodeWeight(model: Model, named: NamedTensor, files: ExternalFile[]): Uint8Array {
  const { name, ref } = named;
  if (ref.sparse !== null) return encodeSpread(model, named);
  if (ref.external !== null || isLarge(ref)) return encodeBeside(model, named, files);
  if (ref.name !== name) return encodeRenamed(model, named, []);
  return model.source.read(ref.field.tagStart, ref.field.end);
}

// Less is not worth a file of its own.
const SMALL = 1 << 12; // bytes

// What goes along beside the model's bytes is copied into neither them nor the message around them.
function isLarge({ raw, dataType, dims }: TensorRef): boolean {
  const length = raw === null ? 0 : raw.end - raw.start;
  return length > SMALL && isNumeric(dataType) &&
    length === countBytes(dataType, countElements(dims));
}

// The runtime takes a sparse tensor of few types, and a whole one of all.
function encodeSpread(model: Model, { name, ref }: NamedTensor): Uint8Array {
  const { dataType: type, dims } = ref;
  return encodeRawTensor(GRAPH.initializer, name, { type, dims, bytes: readData(model, ref) });
}

// Of an external file, the tensor's own bytes go along alone.
function encodeBeside(model: Model, named: NamedTensor, files: ExternalFile[]): Uint8Array {
  const path = `weights-${files.length}`;
  files.push({ path, data: readData(model, named.ref) });
  return encodeRenamed(model, named, encodePlace({ location: path }));
}
