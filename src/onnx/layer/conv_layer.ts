import { type Badge, findBadges } from "./badge.ts";
import { type Bias, findBias } from "./bias.ts";
import { type Chain, findChain } from "./chain.ts";
import { type ConvNode, listConvNodes } from "./conv_node.ts";
import { listDenseNodes } from "./dense_node.ts";
import { type ConvShape, readConvShape } from "./conv_shape.ts";
import type { Tap } from "../graph/tap.ts";
import { findExcess } from "./excess.ts";
import { findKernels, type Kernels, listUnmeasured } from "./kernels.ts";
import type { Model } from "../graph/model.ts";
import type { Node } from "../wire/node.ts";
import { readNoted } from "./noted.ts";
import { findSumming, type Summing } from "./summing.ts";
import { traceToInput } from "../graph/trace.ts";
import { findReason } from "../../reason/error.ts";
import type { NamedNode } from "../../reason/node_name.ts";
import type { Code, Reason } from "../../reason/reason.ts";

/**
 * A convolution of a model, or a fully connected layer, which is one of a single cell: where its
 * kernels and its maps are found.
 */
export interface ConvLayer {
  /** The name for people: the node's, else its weight's, else its ordinal. */
  readonly name: string;
  /** The operator, such as `Conv`. */
  readonly op: string;
  /** Whether it is a fully connected layer: its kernels and its maps are 1 x 1. */
  readonly dense: boolean;
  /** The node that convolves. */
  readonly node: Node;
  /** The model as the node sees it: within a body, with the body's own tensors. */
  readonly model: Model;
  /** The node in whose body it stands; null for the main graph. */
  readonly place: NamedNode | null;
  /** The node of the main graph that it is, or that holds it however deeply. */
  readonly holder: Node;
  /** The names of the tensors that it reads and writes. */
  readonly input: string;
  /** The tensor that it makes. */
  readonly output: string;
  /** The tensor of its kernels. */
  readonly weight: string;
  /** The sizes of its kernels and their steps; null where the weights are not known. */
  readonly shape: ConvShape | null;
  /** Its kernels; null where they are missing. */
  readonly kernels: Kernels | null;
  /** What it adds to its maps; null where it adds nothing. */
  readonly bias: Bias | null;
  /** How its kernels and its bias make its maps; null where more than a sum is behind them. */
  readonly summing: Summing | null;
  /** What the runtime has to compute before the dims of the kernels are known. */
  readonly unmeasured: readonly string[];
  /** The graph input whose channels the kernels read; null for deeper layers. */
  readonly readsInput: string | null;
  /** How its own output is captured; null where it cannot be. */
  readonly tap: Tap | null;
  /** How what it reads is captured; null where its own output cannot be. */
  readonly inputTap: Tap | null;
  /** What follows and changes its maps cell by cell; null where nothing does. */
  readonly chain: Chain | null;
  /** What is particular about it. */
  readonly badges: readonly Badge[];
  /** Why the kernels are not drawn; null where they are. */
  readonly kernelsMissing: Reason | null;
  /** Why the maps are not drawn; null where they are. */
  readonly mapsMissing: Reason | null;
}

/**
 * Finds the convolutions of a model, in the order of its graph.
 *
 * A convolution that cannot be drawn is listed all the same, with the reason.
 * The maps of those in the bodies of control flow are not drawn; functions
 * stand in the graph where they are called.
 *
 * @param model A model of {@linkcode readModel}.
 * @returns One layer for each node whose operator convolves.
 * @throws {SyntaxError} If bodies nest too deeply.
 *
 * @example The five of an AlexNet
 * ```ts
 * import { findConvLayers, readModel } from "@convatlas/convatlas";
 * import assert from "node:assert/strict";
 *
 * const model = readModel(await Deno.readFile("fixtures/miniature.onnx"));
 * const kernels = findConvLayers(model).map((layer) => layer.kernels?.dims);
 * assert.deepEqual(kernels[0], [32, 3, 11, 11]);
 * assert.equal(kernels.length, 5);
 * ```
 */
export function findConvLayers(model: Model): ConvLayer[] {
  return describeNodes(listConvNodes(model));
}

/**
 * Finds the fully connected layers of a model, in the order of its graph: each is a convolution with
 * kernels of 1 x 1 on maps of 1 x 1.
 *
 * @param model A model of {@linkcode readModel}.
 * @returns One layer for each node that multiplies what a sample has become with a constant matrix.
 *
 * @example The classes of an AlexNet, each a weighing of what its maps have become
 * ```ts
 * import { findDenseLayers, readModel } from "@convatlas/convatlas";
 * import assert from "node:assert/strict";
 *
 * const model = readModel(await Deno.readFile("fixtures/miniature.onnx"));
 * const [logits] = findDenseLayers(model);
 * assert.deepEqual(logits?.kernels?.dims, [27, 48, 1, 1]);
 * ```
 */
export function findDenseLayers(model: Model): ConvLayer[] {
  return describeNodes(listDenseNodes(model));
}

/** Finds all layers of a model, convolutions and fully connected ones, in the order of its graph. */
export function findLayers(model: Model): ConvLayer[] {
  const { places } = model.graph;
  return [...findConvLayers(model), ...findDenseLayers(model)]
    .toSorted((a, b) => places.get(a.holder)! - places.get(b.holder)!);
}

function describeNodes(nodes: readonly ConvNode[]): ConvLayer[] {
  const found = nodes.map((conv) => ({ conv, read: readKernels(conv) }));
  const uses = new Map<string, number>();
  for (const { read: { kernels } } of found) {
    if (kernels !== null) uses.set(kernels.storage, (uses.get(kernels.storage) ?? 0) + 1);
  }
  return found.map(({ conv, read }, ordinal) => {
    const shared = read.kernels !== null && uses.get(read.kernels.storage)! > 1;
    return describeLayer(conv, read, { ordinal, shared });
  });
}

/** What is known of a convolution's kernels. */
interface KernelsRead
  extends Pick<ConvLayer, "kernels" | "shape" | "unmeasured" | "kernelsMissing"> {
  /** Why its maps are not drawn either; null where they are. */
  readonly mapsMissing: Reason | null;
}

const NONE: KernelsRead = {
  ...{ kernels: null, shape: null, unmeasured: [] },
  ...{ kernelsMissing: null, mapsMissing: null },
};

function readKernels({ model, node, operator }: ConvNode): KernelsRead {
  if (operator.refused !== null) return { ...NONE, kernelsMissing: operator.refused };
  try {
    const unmeasured = listUnmeasured(model, node, operator);
    if (unmeasured.length > 0) {
      return { ...NONE, unmeasured, kernelsMissing: { code: "not-yet-computed" } };
    }
    const kernels = findKernels(model, node, operator);
    if (kernels === null) return { ...NONE, kernelsMissing: { code: "computed" } };
    const shape = readConvShape(node, kernels.dims);
    const excess = findExcess(shape);
    if (excess !== null) return { ...NONE, kernelsMissing: excess, mapsMissing: excess };
    return { ...NONE, kernels, shape };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { ...NONE, kernelsMissing: findReason(error) };
  }
}

// Why kernels are not drawn that no file holds.
const COMPUTED: ReadonlySet<Code> = new Set(["computed", "not-yet-computed"]);

function describeLayer(
  conv: ConvNode,
  read: KernelsRead,
  { ordinal, shared }: { readonly ordinal: number; readonly shared: boolean },
): ConvLayer {
  const { model, node, operator, place } = conv;
  const named = nameLayer(conv, ordinal);
  const hidden = operator.refused ??
    (place === null ? null : { code: "in-body" as const, ...place });
  const refused = hidden ?? read.mapsMissing;
  const isComputed = read.kernelsMissing !== null && COMPUTED.has(read.kernelsMissing.code);
  const noted = readNoted(node);
  const isHidden = hidden !== null;
  const badges = noted.badges ??
    findBadges(model, node, { ...read, operator, shared, isComputed, isHidden });
  const { shape } = read;
  const bias = findBias(conv, shape?.outChannels ?? null);
  const known = { ...named, ...read, bias };
  if (refused !== null) {
    const nothing = { summing: null, readsInput: null, tap: null, inputTap: null, chain: null };
    return { ...known, ...nothing, badges, mapsMissing: refused };
  }
  const rank = named.dense ? 2 : (shape?.kernelShape.length ?? 0) + 2;
  const maps = shape && { channels: shape.outChannels, rank };
  return {
    ...known,
    summing: findSumming(model, node, operator, bias),
    readsInput: named.dense ? null : traceToInput(model, named.input),
    tap: planTap(conv),
    inputTap: planInputTap(conv),
    chain: findChain(model, named.output, maps, noted.chain),
    badges,
    mapsMissing: null,
  };
}

type NamedLayer = Pick<
  ConvLayer,
  "name" | "op" | "dense" | "node" | "model" | "place" | "holder" | "input" | "output" | "weight"
>;

function nameLayer(
  { model, node, operator, place, holder, output }: ConvNode,
  ordinal: number,
): NamedLayer {
  const weight = node.inputs[operator.weights] ?? "";
  const { op } = node.part ?? node;
  const name = node.name || weight || `${op}_${ordinal}`;
  return {
    name,
    op,
    dense: operator.factors !== null,
    node,
    model,
    place,
    holder,
    input: node.inputs[0] ?? "",
    output,
    weight,
  };
}

function planTap({ node, output: tensor, operator: { outputScale } }: ConvNode): Tap {
  if (outputScale === null) return { tensor, quantization: null };
  const scale = node.inputs[outputScale.scale] ?? "";
  return { tensor, quantization: { scale, zeroPoint: node.inputs[outputScale.zeroPoint] ?? "" } };
}

function planInputTap({ node, operator: { inputScale } }: ConvNode): Tap {
  const tensor = node.inputs[0] ?? "";
  const zeroPoint = node.inputs[inputScale?.zeroPoint ?? -1] ?? "";
  if (inputScale === null || zeroPoint === "") return { tensor, quantization: null };
  const scale = inputScale.scale === null ? null : node.inputs[inputScale.scale] ?? "";
  return { tensor, quantization: { scale, zeroPoint } };
}
