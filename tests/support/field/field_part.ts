import { type Draft, emit, hold, holdInts, holdTensor, turnChannels } from "./field_graph.ts";

/** A part of a random graph: where it can stand, and how it is added. */
export interface FieldPart {
  fits(draft: Draft): boolean;
  add(draft: Draft): void;
}

const LARGEST = 26; // cells along an axis
const isFirst = ({ channels }: Draft): boolean => channels === 1;
const sizesOf = ({ dims, space }: Draft): number[] => space.map((axis) => dims[axis]!);
const isSmall = (draft: Draft): boolean => sizesOf(draft).every((size) => size * 2 <= LARGEST);
const isLarge = (draft: Draft, least = 5): boolean => sizesOf(draft).every((size) => size >= least);
const holds = (draft: Draft, ...ops: readonly string[]): boolean =>
  draft.nodes.some(({ op }) => ops.includes(op));

/** The parts that graphs are made of. */
export const PARTS: readonly FieldPart[] = [
  { fits: (draft) => isFirst(draft) && isLarge(draft), add: addConv },
  { fits: (draft) => isFirst(draft) && isLarge(draft), add: addConv },
  { fits: (draft) => isFirst(draft) && isSmall(draft), add: addConvTranspose },
  { fits: (draft) => isFirst(draft) && isSmall(draft), add: addConvTranspose },
  { fits: (draft) => isFirst(draft) && isLarge(draft), add: addPool },
  { fits: (draft) => isLarge(draft, 3), add: addPad },
  { fits: (draft) => isSmall(draft) && countResizes(draft) < 2, add: addResize },
  { fits: (draft) => isSmall(draft) && countResizes(draft) < 2, add: addResize },
  { fits: (draft) => isLarge(draft), add: addSlice },
  { fits: (draft) => isSmall(draft), add: addSpaceConcat },
  { fits: (draft) => isFirst(draft) && draft.dims[1]! <= 8, add: addChannelConcat },
  { fits: isFirst, add: addResidual },
  { fits: (draft) => isLarge(draft, 3), add: addRoll },
  { fits: (draft) => isFirst(draft) && isSmall(draft), add: addDepthToSpace },
  { fits: (draft) => isFirst(draft) && isEven(draft), add: addSpaceToDepth },
  { fits: (draft) => isFirst(draft) && isEven(draft), add: addFocus },
  { fits: (draft) => isFirst(draft) && isEven(draft), add: addPatches },
  { fits: (draft) => !holds(draft, "ReduceMean"), add: addGate },
  { fits: () => true, add: addSwap },
  { fits: isFirst, add: (draft) => turnChannels(draft, "last") },
  { fits: (draft) => !isFirst(draft), add: (draft) => turnChannels(draft, "first") },
  { fits: (draft) => isFirst(draft) && isLarge(draft, 3), add: addTokens },
  { fits: (draft) => isFirst(draft) && draft.random.whole(0, 2) === 0, add: addProduct },
  { fits: (draft) => isLarge(draft, 3), add: addGather },
  { fits: isFirst, add: addEinsum },
  { fits: isSmall, add: addTiles },
  { fits: (draft) => draft.random.whole(0, 3) === 0 && isFirst(draft), add: addDense },
];

function countResizes({ nodes }: Draft): number {
  return nodes.filter(({ op }) => op === "Resize").length;
}

function isEven(draft: Draft): boolean {
  return sizesOf(draft).every((size) => size % 2 === 0);
}

function pick<T>({ random }: Draft, values: readonly T[]): T {
  return values[random.whole(0, values.length - 1)]!;
}

function drawAll(draft: Draft, count: number, low: number, high: number): number[] {
  return Array.from({ length: count }, () => draft.random.whole(low, high));
}

function drawWindow(draft: Draft): {
  readonly extents: readonly number[];
  readonly ints: Readonly<Record<string, readonly number[]>>;
} {
  const extents = drawAll(draft, 2, 1, 3);
  const strides = drawAll(draft, 2, 1, pick(draft, [1, 2, 3]));
  const dilations = drawAll(draft, 2, 1, pick(draft, [1, 1, 2]));
  return { extents, ints: { strides, dilations } };
}

const AUTO = ["SAME_UPPER", "SAME_LOWER", "VALID"];

function addConv(draft: Draft): void {
  const { extents, ints } = drawWindow(draft);
  const depth = draft.dims[1]!;
  const group = pick(draft, [1, 1, 1, depth]);
  const weights = hold(draft, [
    group === 1 ? draft.random.whole(1, 4) : 2 * depth,
    depth / group,
    ...extents,
  ]);
  const auto = draft.random.whole(0, 3) === 0;
  emit(draft, "Conv", [draft.current, weights], {
    int: { group },
    ints: auto
      ? { strides: ints.strides! } // onnxruntime takes no dilations with SAME
      : { ...ints, pads: drawAll(draft, 4, 0, pick(draft, [0, 1, 2, 3])) },
    string: auto ? { auto_pad: pick(draft, AUTO) } : {},
  });
}

function addConvTranspose(draft: Draft): void {
  const extents = drawAll(draft, 2, 1, 4);
  const strides = drawAll(draft, 2, 1, 2);
  const depth = draft.dims[1]!;
  const weights = hold(draft, [depth, draft.random.whole(1, 3), ...extents], depth);
  const kind = draft.random.whole(0, 4);
  const reach = sizesOf(draft).map((size, axis) => (size - 1) * strides[axis]! + extents[axis]!);
  const output_padding = strides.map((stride) => draft.random.whole(0, stride - 1));
  const ints = { strides, output_padding };
  emit(draft, "ConvTranspose", [draft.current, weights], {
    ints: kind === 0 ? { strides, output_shape: shorten(draft, reach) } : kind === 1 ? ints : {
      ...ints,
      pads: drawAll(draft, 4, 0, 1),
      dilations: drawAll(draft, 2, 1, pick(draft, [1, 2])),
    },
    string: kind === 0
      ? { auto_pad: pick(draft, ["SAME_UPPER", "SAME_LOWER", "NOTSET"]) }
      : kind === 1
      ? { auto_pad: pick(draft, AUTO) }
      : {},
  });
}

// By so little that no less is left than was read: less is nothing that ONNX infers shapes of.
function shorten(draft: Draft, sizes: readonly number[]): number[] {
  const own = sizesOf(draft);
  return sizes.map((size, axis) => Math.max(own[axis]!, size - draft.random.whole(0, 2)));
}

function addPool(draft: Draft): void {
  const { extents, ints } = drawWindow(draft);
  const op = draft.nodes.length === 0 ? "MaxPool" : pick(draft, ["AveragePool", "LpPool"]);
  const auto = op !== "LpPool" && draft.random.whole(0, 3) === 0;
  const dilated = op === "MaxPool" && !auto;
  const pads = [...extents, ...extents].map((extent) => draft.random.whole(0, extent - 1));
  const kernel_shape = extents;
  emit(draft, op, [draft.current], {
    ints: {
      kernel_shape,
      strides: ints.strides!,
      ...auto ? {} : { pads },
      ...dilated ? { dilations: ints.dilations! } : {},
    },
    int: op === "LpPool" || auto ? {} : {
      ceil_mode: draft.random.whole(0, 1),
      ...op === "AveragePool" ? { count_include_pad: draft.random.whole(0, 1) } : {},
    },
    string: auto ? { auto_pad: pick(draft, AUTO) } : {},
  });
}

function addPad(draft: Draft): void {
  const mode = pick(draft, ["constant", "constant", "reflect", "edge"]);
  const begin = draft.dims.map(() => 0);
  const end = draft.dims.map(() => 0);
  for (const axis of draft.space) {
    begin[axis] = draft.random.whole(mode === "constant" ? -1 : 0, 2);
    end[axis] = draft.random.whole(mode === "constant" ? -1 : 0, 2);
  }
  emit(draft, "Pad", [draft.current, holdInts(draft, [...begin, ...end])], { string: { mode } });
}

const COORDINATES = "half_pixel pytorch_half_pixel align_corners asymmetric".split(" ");
const NEAREST = "round_prefer_floor round_prefer_ceil floor ceil".split(" ");

function addResize(draft: Draft): void {
  const cubic = isFirst(draft) && !holds(draft, "Resize");
  const mode = pick(draft, ["nearest", "nearest", "linear", "linear", ...cubic ? ["cubic"] : []]);
  const antialias = draft.opset === 18 && mode !== "nearest" && isFirst(draft)
    ? draft.random.whole(0, 1)
    : 0;
  const least = mode === "cubic" && antialias === 0 ? 1 : 0; // all that onnxruntime takes
  const ratios = draft.space.map((axis) =>
    Math.max(least, 1.5 / draft.dims[axis]!, pick(draft, [0.5, 2, 1.5, 3, 0.75, 2 / 3, 1, 0.4]))
  );
  const own = draft.current;
  const given = draft.random.whole(0, 1) === 0
    ? [holdScales(draft, ratios)]
    : ["", addSizes(draft, ratios)];
  const symmetric = draft.opset === 18 ? ["half_pixel_symmetric"] : [];
  emit(draft, "Resize", [own, "", ...given], {
    string: {
      mode,
      coordinate_transformation_mode: pick(draft, [...COORDINATES, ...symmetric]),
      ...mode === "nearest" ? { nearest_mode: pick(draft, NEAREST) } : {},
    },
    int: antialias === 1 ? { antialias } : {},
  });
}

function holdScales(draft: Draft, ratios: readonly number[]): string {
  const scales = draft.dims.map((_, axis) => ratios[draft.space.indexOf(axis)] ?? 1);
  return holdTensor(draft, { data: Float32Array.from(scales), dims: [4] });
}

// As exporters write it where the number of samples is open.
function addSizes(draft: Draft, ratios: readonly number[]): string {
  const sizes = draft.space.map((axis, i) => Math.ceil(draft.dims[axis]! * ratios[i]!));
  const { dims, space } = draft;
  const shape = emit(draft, "Shape", [draft.current]);
  const before = emit(draft, "Slice", [shape, holdInts(draft, [0]), holdInts(draft, [space[0]!])]);
  const after = emit(draft, "Slice", [
    shape,
    holdInts(draft, [space[1]! + 1]),
    holdInts(draft, [9]),
  ]);
  const all = emit(draft, "Concat", [before, holdInts(draft, sizes), after], { int: { axis: 0 } });
  draft.dims = dims;
  return all;
}

function addSlice(draft: Draft): void {
  const axis = pick(draft, draft.space);
  const size = draft.dims[axis]!;
  const step = pick(draft, [1, 1, 2, 3, -1, -2]);
  const from = draft.random.whole(0, 2);
  const to = size - draft.random.whole(0, 1);
  const [start, end] = step > 0 ? [from, to] : [to - 1, from === 0 ? -size - 1 : from - 1];
  const lists = [[start], [end], [axis], [step]].map((list) => holdInts(draft, list));
  emit(draft, "Slice", [draft.current, ...lists]);
}

// Another tensor of the same dims, whose cells read something else.
function addTwin(draft: Draft): string {
  const [begin, end] = [draft.dims.map(() => 0), draft.dims.map(() => 0)];
  const axis = pick(draft, draft.space);
  const shift = draft.random.whole(-2, 2);
  begin[axis] = shift;
  end[axis] = -shift;
  if (!isFirst(draft) || draft.random.whole(0, 1) === 0 && draft.dims[axis]! > 2) {
    return emit(draft, "Pad", [draft.current, holdInts(draft, [...begin, ...end])]);
  }
  const extents = [pick(draft, [1, 3]), pick(draft, [1, 3])];
  const depth = draft.dims[1]!;
  const pads = extents.map((extent) => (extent - 1) / 2);
  const weights = hold(draft, [depth, depth, ...extents]);
  return emit(draft, "Conv", [draft.current, weights], { ints: { pads: [...pads, ...pads] } });
}

function addSpaceConcat(draft: Draft): void {
  const own = draft.current;
  const twin = draft.random.whole(0, 2) === 0 ? own : addTwin(draft);
  const parts = draft.random.whole(0, 1) === 0 ? [own, twin] : [twin, own];
  emit(draft, "Concat", parts, { int: { axis: pick(draft, draft.space) } });
}

function addChannelConcat(draft: Draft): void {
  const own = draft.current;
  emit(draft, "Concat", [own, addTwin(draft)], { int: { axis: 1 } });
  if (draft.random.whole(0, 2) > 0) return;
  const depth = draft.dims[1]!;
  const parts = [0, 1].map((i) => `${draft.current}_part${i}`);
  const read = draft.current;
  draft.nodes.push({
    op: "Split",
    inputs: [read, holdInts(draft, [1, depth - 1])],
    outputs: parts,
    int: { axis: 1 },
  });
  draft.current = parts[1]!;
}

function addResidual(draft: Draft): void {
  const own = draft.current;
  emit(draft, pick(draft, ["Add", "Sum"]), [own, addTwin(draft)]);
}

function addRoll(draft: Draft): void {
  const axis = pick(draft, draft.space);
  const cut = draft.random.whole(1, draft.dims[axis]! - 1);
  const own = draft.current;
  const parts = [0, 1].map((i) => `${own}_roll${draft.nodes.length}_${i}`);
  const sizes = holdInts(draft, [cut, draft.dims[axis]! - cut]);
  draft.nodes.push({ op: "Split", inputs: [own, sizes], outputs: parts, int: { axis } });
  emit(draft, "Concat", parts.toReversed(), { int: { axis } });
}

function addDepthToSpace(draft: Draft): void {
  emit(draft, "Conv", [draft.current, hold(draft, [8, draft.dims[1]!, 1, 1])]);
  if (draft.random.whole(0, 1) === 0) addSpread(draft);
  const mode = pick(draft, ["DCR", "CRD"]);
  emit(draft, "DepthToSpace", [draft.current], { int: { blocksize: 2 }, string: { mode } });
}

// Channels that read something else each.
function addSpread(draft: Draft): void {
  const own = draft.current;
  const twin = addTwin(draft);
  emit(draft, "Concat", [own, twin, own, own], { int: { axis: 1 } });
}

function addSpaceToDepth(draft: Draft): void {
  emit(draft, "SpaceToDepth", [draft.current], { int: { blocksize: 2 } });
}

function addFocus(draft: Draft): void {
  const own = draft.current;
  const parts = [[0, 0], [1, 0], [0, 1], [1, 1]].map((begin) => {
    const lists = [begin, [99, 99], draft.space, [2, 2]].map((list) => holdInts(draft, list));
    return emit(draft, "Slice", [own, ...lists]);
  });
  emit(draft, "Concat", parts, { int: { axis: 1 } });
}

function addPatches(draft: Draft): void {
  const [, depth = 1, height = 1, width = 1] = draft.dims;
  reshape(draft, [-1, depth, height / 2, 2, width / 2, 2]);
  const kind = draft.random.whole(0, 1);
  emit(draft, "Transpose", [draft.current], {
    ints: { perm: kind ? [0, 1, 3, 5, 2, 4] : [0, 3, 5, 1, 2, 4] },
  });
  reshape(draft, [-1, 4 * depth, height / 2, width / 2]);
}

function reshape(draft: Draft, shape: readonly number[]): void {
  emit(draft, "Reshape", [draft.current, holdInts(draft, shape)]);
}

function addGate(draft: Draft): void {
  const own = draft.current;
  const axes = pick(draft, [draft.space, [draft.space[0]!], [draft.space[1]!]]);
  if (isFirst(draft) && draft.random.whole(0, 1) === 0) {
    emit(draft, "GlobalAveragePool", [own]);
  } else if (draft.opset === 18) {
    emit(draft, "ReduceMean", [own, holdInts(draft, axes)]);
  } else {
    emit(draft, "ReduceMean", [own], { ints: { axes } });
  }
  const gate = draft.current;
  const one = holdTensor(draft, { data: Float32Array.of(1), dims: [] }); // nothing times a gate is 0
  emit(draft, "Mul", [emit(draft, "Add", [own, one]), gate]);
}

function addSwap(draft: Draft): void {
  const [a = 0, b = 0] = draft.space;
  const perm = draft.dims.map((_, axis) => axis === a ? b : axis === b ? a : axis);
  emit(draft, "Transpose", [draft.current], { ints: { perm } });
}

function addTokens(draft: Draft): void {
  const [, depth = 1, height = 1, width = 1] = draft.dims;
  reshape(draft, [-1, depth, height * width]);
  emit(draft, "Transpose", [draft.current], { ints: { perm: [0, 2, 1] } });
  emit(draft, "MatMul", [draft.current, hold(draft, [depth, 3], depth)]);
  emit(draft, "Transpose", [draft.current], { ints: { perm: [0, 2, 1] } });
  reshape(draft, [-1, 3, height, width]);
}

function addProduct(draft: Draft): void {
  const width = draft.dims[3]!;
  emit(draft, "MatMul", [draft.current, hold(draft, [width, draft.random.whole(3, 8)], width)]);
}

function addGather(draft: Draft): void {
  const axis = pick(draft, draft.space);
  const indices = drawAll(draft, draft.random.whole(3, 9), 0, draft.dims[axis]! - 1);
  emit(draft, "Gather", [draft.current, holdInts(draft, indices)], { int: { axis } });
}

function addEinsum(draft: Draft): void {
  const depth = draft.dims[1]!;
  emit(draft, "Einsum", [draft.current, hold(draft, [depth, 3], depth)], {
    string: { equation: pick(draft, ["nchw,cd->ndhw", "nchw,cd->ndwh"]) },
  });
}

function addTiles(draft: Draft): void {
  const repeats = draft.dims.map(() => 1);
  repeats[pick(draft, draft.space)] = 2;
  emit(draft, "Tile", [draft.current, holdInts(draft, repeats)]);
}

function addDense(draft: Draft): void {
  const [, depth = 1, height = 1, width = 1] = draft.dims;
  const size = depth * height * width;
  emit(draft, "Flatten", [draft.current]);
  emit(draft, "Gemm", [draft.current, hold(draft, [size, 12], size)]);
  reshape(draft, [-1, 1, 3, 4]);
}
