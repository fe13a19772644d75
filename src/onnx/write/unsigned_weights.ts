import { findLayerOperator } from "../graph/dense_operator.ts";
import { encodeNode, encodeTensor, makeCast } from "./encode.ts";
import { findFreeName } from "../graph/free_name.ts";
import type { Graph } from "../graph/graph.ts";
import type { Model } from "../graph/model.ts";
import type { Node } from "../wire/node.ts";
import { type DataType, GRAPH, NODE } from "../wire/proto.ts";
import { encodeField, encodeMessage, walkFields } from "../wire/wire.ts";

// From int8 to uint8.
const SHIFT = 128;

// The input of QLinearConv and QLinearMatMul that holds the zero point of the maps it reads.
const MAP_ZERO_POINT = 2;

/**
 * Encodes a QLinearConv or QLinearMatMul of uint8 maps and int8 weights as one of uint8 weights;
 * null where a node is something else.
 *
 * On x86 processors without VNNI the runtime adds products of uint8 and int8 by
 * twos in 16 bits, which overflow without a word. Products of uint8 and uint8 it
 * adds exactly. Weights and their zero point are shifted alike, so the sums are
 * the same.
 *
 * Source: https://onnxruntime.ai/docs/performance/model-optimizations/quantization.html
 *
 * @returns Fields of a GraphProto.
 */
export function encodeUnsigned({ graph, source }: Model, node: Node): Uint8Array[] | null {
  const places = findPlaces(graph, node);
  if (places === null) return null;
  const name = (part: string) => findFreeName(graph, `${node.outputs[0]}_${part}`);
  const [shift, weights, zeroPoint] = [name("shift"), name("weights"), name("zero_point")];
  const inputs = node.inputs.with(places.weights, weights).with(places.zeroPoint, zeroPoint);
  const others = [...walkFields(source, node.field)].filter(({ no }) => no !== NODE.input);
  return [
    encodeTensor(GRAPH.initializer, shift, { data: Float32Array.of(SHIFT), dims: [] }),
    ...shiftTensor(node.inputs[places.weights]!, weights, shift),
    ...shiftTensor(node.inputs[places.zeroPoint]!, zeroPoint, shift),
    encodeMessage(GRAPH.node, [
      ...inputs.map((value) => encodeField({ no: NODE.input, kind: "text", value })),
      ...others.map(({ tagStart, end }) => source.read(tagStart, end)),
    ]),
  ];
}

/** Which inputs hold the weights and their zero point. */
interface Places {
  readonly weights: number;
  readonly zeroPoint: number;
}

// A zero point has the type of what it is of. Null where the sums cannot overflow.
function findPlaces(graph: Graph, node: Node): Places | null {
  const { inputs } = node;
  const operator = findLayerOperator(node);
  if (!operator?.weightScale || operator.outputScale === null) return null;
  const { weights, weightScale: { zeroPoint } } = operator;
  const overflows = findType(graph, inputs[MAP_ZERO_POINT]) === "uint8" &&
    findType(graph, inputs[zeroPoint]) === "int8";
  return overflows ? { weights, zeroPoint } : null;
}

// Null where the tensor is computed.
function findType(graph: Graph, name = ""): DataType | null {
  const constant = graph.producers.get(name)?.attributes.get("value")?.tensor;
  return (graph.initializers.get(name) ?? constant ?? graph.inputs.get(name))?.dataType ?? null;
}

function shiftTensor(from: string, to: string, shift: string): Uint8Array[] {
  const [real, shifted] = [`${to}_real`, `${to}_shifted`];
  return [
    makeCast(from, real, "float32"),
    { op: "Add", inputs: [real, shift], outputs: [shifted] },
    makeCast(shifted, to, "uint8"),
  ].map((node) => encodeNode(GRAPH.node, node));
}
