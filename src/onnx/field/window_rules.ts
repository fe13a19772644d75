import { findConvOperator } from "../graph/conv_operator.ts";
import { listOperators } from "../graph/operator.ts";
import { findInt, inputAt, listReading, type Passage, type TraceRule } from "./passage.ts";
import { lawfulSteps, spreadSteps, strideLaw, windowSteps } from "./steps.ts";
import { reduceAxes, stepAxis, type Traced, transposeTraced, uniteTraced } from "./traced.ts";
import { findWindow, readWindow, type Window } from "../layer/window.ts";

/** What operators read that slide windows over space: convolutions and pools. */
export const WINDOW_RULES: ReadonlyMap<string, TraceRule> = new Map<string, TraceRule>([
  ..."Conv ConvInteger QLinearConv".split(" ").map((op) => [op, traceConv] as const),
  ["ConvTranspose", traceConvTranspose],
  ...listOperators(({ pool }) => pool === "window").map((op) => [op, tracePool] as const),
  ...listOperators(({ pool }) => pool === "map").map((op) => [op, traceMapPool] as const),
  ["LRN", traceChannelWindow],
]);

function traceConv(passage: Passage): Traced {
  const { window, weights } = readKernels(passage);
  const channels = mixChannels(passage, inputAt(passage, 0), weights.dims[0]!);
  return withOthers(passage, slide(window, channels));
}

function traceConvTranspose(passage: Passage): Traced {
  const { window, weights } = readKernels(passage);
  const count = weights.dims[1]! * findInt(passage, "group", 1);
  let spread = mixChannels(passage, inputAt(passage, 0), count);
  requireAxes(window, spread);
  const { attributes } = passage.node;
  const added = attributes.get("output_padding")?.ints ?? [];
  const declared = attributes.get("output_shape")?.ints?.slice(-window.kernelShape.length) ?? [];
  window.kernelShape.forEach((_, axis) => {
    const output = { added: added[axis] ?? 0, declared: declared[axis] ?? null };
    const steps = spreadSteps(window, axis, spread.dims[axis + 2]!, output);
    spread = stepAxis(spread, axis + 2, steps);
  });
  return withOthers(passage, spread);
}

function readKernels(passage: Passage): { readonly window: Window; readonly weights: Traced } {
  const { model, node } = passage;
  const operator = findConvOperator(node.domain, node.op);
  if (operator === null) throw new RangeError(`Cannot trace ${node.op} of "${node.domain}"`);
  const weights = inputAt(passage, operator.weights);
  const window = findWindow(model, node) ?? readWindow(node, weights.dims.slice(2));
  return { window, weights };
}

function slide(window: Window, traced: Traced): Traced {
  requireAxes(window, traced);
  return window.kernelShape.reduce(
    (slid, _, axis) => stepAxis(slid, axis + 2, windowSteps(window, axis, slid.dims[axis + 2]!)),
    traced,
  );
}

function requireAxes({ kernelShape }: Window, { dims }: Traced): void {
  if (kernelShape.length === dims.length - 2) return;
  throw new SyntaxError(`Cannot trace tensor: a window of [${kernelShape}] slides over [${dims}]`);
}

function mixChannels(passage: Passage, traced: Traced, written: number): Traced {
  const groups = findInt(passage, "group", 1);
  if (groups === 1) {
    const { dims, reaches } = reduceAxes(traced, [1]);
    return { dims: dims.with(1, written), reaches };
  }
  const read = traced.dims[1]! / groups;
  const begin = (o: number) => Math.floor(o * groups / written) * read;
  const steps = lawfulSteps(written, { ...strideLaw(0, 1, read), begin });
  return stepAxis(traced, 1, { ...steps, law: null });
}

// Kernels and biases that are computed from the photo.
function withOthers(passage: Passage, own: Traced): Traced {
  const others = listReading(passage, 1).map((other) => reduceWholly(other, own.dims.length));
  return others.length === 0 ? own : uniteTraced([own, ...others]);
}

function reduceWholly(traced: Traced, rank: number): Traced {
  const { reaches } = reduceAxes(traced, traced.dims.map((_, axis) => axis));
  const dims = Array(rank).fill(1);
  return { dims, reaches: reaches.map((reach) => ({ ...reach, dims })) };
}

function tracePool(passage: Passage): readonly Traced[] {
  const read = channelsFirst(passage, inputAt(passage, 0));
  const shape = passage.node.attributes.get("kernel_shape")?.ints;
  if (shape === undefined) throw new SyntaxError("Cannot trace pool: its kernel_shape is missing");
  const window = readWindow(passage.node, shape);
  requirePads(passage, window);
  const pooled = channelsBack(passage, slide(window, read));
  return [pooled, pooled]; // the second are the places of the maxima
}

// Where SAME has nothing to pad, onnxruntime's LpPool begins further inside, as no other window does.
function requirePads({ node }: Passage, { autoPad, kernelShape, strides }: Window): void {
  const skips = kernelShape.some((extent, axis) => extent < strides[axis]!);
  if (node.op !== "LpPool" || !autoPad.startsWith("SAME") || !skips) return;
  throw new RangeError(`Cannot trace ${node.op} "${node.name}": its strides skip cells`);
}

function traceMapPool(passage: Passage): Traced {
  const read = channelsFirst(passage, inputAt(passage, 0));
  const space = read.dims.map((_, axis) => axis).slice(2);
  return channelsBack(passage, reduceAxes(read, space));
}

function traceChannelWindow(passage: Passage): Traced {
  const read = inputAt(passage, 0);
  const size = findInt(passage, "size", 1);
  const before = Math.floor((size - 1) / 2);
  const steps = lawfulSteps(read.dims[1]!, strideLaw(-before, 1, size));
  return stepAxis(read, 1, { ...steps, law: null });
}

function channelsFirst(passage: Passage, traced: Traced): Traced {
  if (!isChannelsLast(passage)) return traced;
  const last = traced.dims.length - 1;
  const space = traced.dims.map((_, axis) => axis).slice(1, -1);
  return transposeTraced(traced, [0, last, ...space]);
}

function channelsBack(passage: Passage, traced: Traced): Traced {
  if (!isChannelsLast(passage)) return traced;
  const space = traced.dims.map((_, axis) => axis).slice(2);
  return transposeTraced(traced, [0, ...space, 1]);
}

function isChannelsLast(passage: Passage): boolean {
  return passage.node.op === "NhwcMaxPool" || findInt(passage, "channels_last", 0) === 1;
}
