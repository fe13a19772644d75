import { findConvOperator } from "../graph/conv_operator.ts";
import { listOperators } from "../graph/operator.ts";
import { makeCast, type NewNode } from "../write/encode.ts";
import { type ActivationDraft, findActivation } from "./fused_activation.ts";
import type { Node } from "../wire/node.ts";
import { ATTRIBUTE, GRAPH, NODE } from "../wire/proto.ts";
import { addName, addNewNode, addNode, addOpset, addTensor, type Rewriting } from "./rewriting.ts";
import { encodeField, encodeMessage, type Field, readString, walkFields } from "../wire/wire.ts";

/** An operator of an optimised graph, and what it was made from. */
interface Fused {
  /** The operator of ONNX's own. */
  readonly op: string;
  /** Whether the channels come last: always, or where an attribute says so. */
  readonly channelsLast: boolean | "attribute";
  /** Which inputs are maps. */
  readonly maps: readonly number[];
  /** Which input holds kernels that have their channels last too; null where none does. */
  readonly kernels: number | null;
}

// Which input is added to a convolution.
const ADDED = 3;
// Maps have as many axes as kernels; where those are not known, two of space.
const RANK = 4;

const FUSED_CONV: Fused = { op: "Conv", channelsLast: false, maps: [0, ADDED], kernels: null };
const NHWC_CONV: Fused = { ...FUSED_CONV, channelsLast: true };

// What a layout with the channels last changes but for the order of axes; other operators name
// axes or sizes.
const LAID_OUT = [
  ..."Conv ConvTranspose ConvInteger QLinearConv".split(" "),
  ...listOperators(({ channelwise }) => channelwise),
];

// By domain and operator.
// Source: https://github.com/microsoft/onnxruntime/blob/main/onnxruntime/core/optimizer/nhwc_transformer.cc
const FUSED: ReadonlyMap<string, Fused> = new Map<string, Fused>([
  ["com.microsoft:FusedConv", FUSED_CONV],
  ["com.microsoft:FusedGemm", { ...FUSED_CONV, op: "Gemm", maps: [0] }],
  ["com.microsoft:NhwcFusedConv", NHWC_CONV],
  ["com.microsoft:NhwcConv", { ...NHWC_CONV, kernels: 1 }],
  ["com.microsoft:NhwcMaxPool", { ...NHWC_CONV, op: "MaxPool", maps: [0] }],
  [
    "com.microsoft:QLinearConv",
    { op: "QLinearConv", channelsLast: "attribute", maps: [0], kernels: null },
  ],
  ...LAID_OUT.map((op): [string, Fused] => [
    `com.ms.internal.nhwc:${op}`,
    { op, channelsLast: true, maps: [0], kernels: null },
  ]),
]);

// The version of ONNX's own operators where a model names none.
const OPSET_VERSION = 17;

/** A node on the way to standard ones. */
interface Expansion {
  readonly rewriting: Rewriting;
  readonly node: Node;
  /** The nodes so far; `own` is the convolution. */
  readonly nodes: (NewNode & { readonly own?: true })[];
}

/** Tells whether a node is an operator of an optimised graph that is known. */
export function isFused({ domain, op }: Node): boolean {
  return FUSED.has(`${domain}:${op}`);
}

/**
 * Expands an operator of an optimised graph to the standard ones that it was
 * fused from: maps with the channels last are turned before and behind it, what
 * is added and the activation follow the convolution. Null for other nodes, and
 * where the activation is not known.
 */
export function expandFused(rewriting: Rewriting, node: Node): Node[] | null {
  const fused = FUSED.get(`${node.domain}:${node.op}`);
  const activate = findActivation(node.attributes.get("activation")?.string ?? "");
  if (fused === undefined || activate === null || node.outputs.length !== 1) return null;
  addOpset(rewriting, "", OPSET_VERSION);
  const expansion: Expansion = { rewriting, node, nodes: [] };
  const last = isChannelsLast(node, fused);
  const inputs = last ? turnInputs(expansion, fused) : node.inputs;
  let maps = add(expansion, {
    op: fused.op,
    inputs: fused.op === "Conv" ? inputs.slice(0, ADDED) : inputs,
    own: true,
  });
  const added = fused.op === "Conv" ? inputs[ADDED] ?? "" : "";
  if (added !== "") maps = add(expansion, { op: "Add", inputs: [maps, added] });
  maps = activate(draftActivation(expansion), maps);
  if (last) {
    const perm = [0, ...listSpace(expansion, 2), 1];
    add(expansion, { op: "Transpose", inputs: [maps], attributes: { perm } });
  }
  return finish(expansion);
}

function isChannelsLast({ attributes }: Node, { channelsLast }: Fused): boolean {
  if (channelsLast !== "attribute") return channelsLast;
  return attributes.get("channels_last")?.int === 1;
}

function turnInputs(expansion: Expansion, { maps, kernels }: Fused): string[] {
  const space = listSpace(expansion, 1);
  const perm = [0, space.length + 1, ...space];
  return expansion.node.inputs.map((input, i) =>
    input === "" || !(maps.includes(i) || i === kernels)
      ? input
      : add(expansion, { op: "Transpose", inputs: [input], attributes: { perm } })
  );
}

// The axes of space, from the given one on.
function listSpace({ rewriting: { model }, node }: Expansion, first: number): number[] {
  const place = findConvOperator(node.domain, node.op)?.weights ?? -1;
  const rank = model.graph.initializers.get(node.inputs[place] ?? "")?.dims.length ?? RANK;
  return Array.from({ length: rank - 2 }, (_, axis) => first + axis);
}

function add(
  { rewriting, node, nodes }: Expansion,
  added: Omit<Expansion["nodes"][number], "outputs">,
): string {
  const output = addName(rewriting, `${node.outputs[0]}/${added.op}`);
  nodes.push({ ...added, outputs: [output] });
  return output;
}

function draftActivation(expansion: Expansion): ActivationDraft {
  const { rewriting, node, nodes } = expansion;
  const { model } = rewriting;
  const half = model.graph.initializers.get(node.inputs[1] ?? "")?.dataType === "float16";
  return {
    parameters: node.attributes.get("activation_params")?.floats ?? listNamed(node),
    opset: model.opsets.get("") ?? OPSET_VERSION,
    add: (op, inputs, attributes = {}) => add(expansion, { op, inputs, attributes }),
    hold: (value) => {
      const tensor = { data: Float32Array.of(value), dims: [] };
      const held = addTensor(rewriting, `${node.outputs[0]}/bound`, tensor);
      if (!half) return held;
      const cast = addName(rewriting, `${held}/half`);
      nodes.push(makeCast(held, cast, "float16"));
      return cast;
    },
  };
}

// A Gemm names each parameter.
function listNamed({ attributes }: Node): number[] {
  return ["activation_alpha", "activation_beta"].flatMap((name) =>
    attributes.get(name)?.float ?? []
  );
}

// The last node writes what the fused one wrote.
function finish({ rewriting, node, nodes }: Expansion): Node[] {
  const final = nodes.length - 1;
  return nodes.map((each, i) => {
    const whole = i === final ? { ...each, outputs: node.outputs } : each;
    return each.own
      ? addNode(rewriting, encodeOwn(rewriting, node, whole), node)
      : addNewNode(rewriting, whole, node);
  });
}

// What standard operators do not have.
const OWN_ATTRIBUTES = new Set([
  ...["activation", "activation_params", "channels_last"],
  ...["activation_alpha", "activation_beta", "activation_gamma"],
]);

const REPLACED: ReadonlySet<number> = new Set([NODE.input, NODE.output, NODE.opType, NODE.domain]);

// With the name, the attributes and the notes of the fused one.
function encodeOwn(
  { source }: Rewriting,
  node: Node,
  { op, inputs, outputs }: NewNode,
): Uint8Array<ArrayBuffer> {
  const kept = [...walkFields(source, node.field)].filter((part) =>
    !REPLACED.has(part.no) &&
    !(part.no === NODE.attribute && OWN_ATTRIBUTES.has(nameOf(source, part)))
  );
  return encodeMessage(GRAPH.node, [
    ...inputs.map((value) => encodeField({ no: NODE.input, kind: "text", value })),
    ...outputs.map((value) => encodeField({ no: NODE.output, kind: "text", value })),
    encodeField({ no: NODE.opType, kind: "text", value: op }),
    ...kept.map(({ tagStart, end }) => source.read(tagStart, end)),
  ]);
}

function nameOf(source: Rewriting["source"], attribute: Field): string {
  const name = [...walkFields(source, attribute)].find(({ no }) => no === ATTRIBUTE.name);
  return name === undefined ? "" : readString(source, name);
}
