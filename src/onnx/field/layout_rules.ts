import { countElements } from "../../tensor/tensor.ts";
import type { Attribute } from "../wire/node.ts";
import {
  findInt,
  findNumbers,
  findText,
  inputAt,
  type Passage,
  toAxis,
  type TraceRule,
} from "./passage.ts";
import { inferReshape, inferSqueeze, inferUnsqueeze } from "../constant/reshape.ts";
import { lawfulSteps, pickSteps, repeatSteps, requireCells, strideLaw } from "./steps.ts";
import {
  joinTraced,
  reshapeTraced,
  stepAxis,
  type Traced,
  traceNothing,
  transposeTraced,
  uniteTraced,
} from "./traced.ts";

/** What operators read that lay elements out elsewhere: order, shape, parts, padding. */
export const LAYOUT_RULES: ReadonlyMap<string, TraceRule> = new Map<string, TraceRule>([
  ["Transpose", tracePermuted],
  ["Reshape", (passage) => reshapeBy(passage, inferReshape)],
  ["Squeeze", (passage) => reshapeBy(passage, inferSqueeze, "axes")],
  ["Unsqueeze", (passage) => reshapeBy(passage, inferUnsqueeze, "axes")],
  ["Flatten", traceFlat],
  ["Slice", traceSlice],
  ["Split", traceSplit],
  ["Concat", traceConcat],
  ["QLinearConcat", traceQuantizedConcat],
  ["Gather", traceGather],
  ["Crop", traceCrop],
  ["Expand", traceExpanded],
  ["Tile", traceTiles],
  ["DepthToSpace", traceDepthToSpace],
  ["SpaceToDepth", traceSpaceToDepth],
]);

function tracePermuted(passage: Passage): Traced {
  const read = inputAt(passage, 0);
  const order = passage.node.attributes.get("perm")?.ints;
  return transposeTraced(read, order ?? read.dims.map((_, axis) => axis).reverse());
}

type Infer = (dims: readonly number[], list: Attribute) => readonly number[] | null;

function reshapeBy(passage: Passage, infer: Infer, name = "shape"): Traced {
  const read = inputAt(passage, 0);
  const list = findNumbers(passage, name, 1);
  const dims = list === null && name === "axes"
    ? inferSqueeze(read.dims, undefined)
    : infer(read.dims, { ints: list ?? [], graphs: [] });
  if (dims === null) throw new SyntaxError(`Cannot trace ${passage.node.op}: no ${name} is given`);
  return reshapeTraced(read, dims);
}

function traceFlat(passage: Passage): Traced {
  const read = inputAt(passage, 0);
  const at = findInt(passage, "axis", 1);
  const axis = at < 0 ? at + read.dims.length : at;
  const parts = [read.dims.slice(0, axis), read.dims.slice(axis)];
  return reshapeTraced(read, parts.map(countElements));
}

function traceSlice(passage: Passage): Traced {
  const read = inputAt(passage, 0);
  const starts = findNumbers(passage, "starts", 1) ?? [];
  const ends = findNumbers(passage, "ends", 2) ?? [];
  const axes = findNumbers(passage, "axes", 3) ?? starts.map((_, i) => i);
  const strides = findNumbers(passage, "steps", 4) ?? starts.map(() => 1);
  return axes.reduce((sliced, named, i) => {
    const axis = toAxis(named, read.dims.length);
    const bounds = { start: starts[i]!, end: ends[i]!, stride: strides[i]! };
    return sliceAxis(sliced, axis, bounds);
  }, read);
}

function sliceAxis(
  traced: Traced,
  axis: number,
  { start, end, stride }: {
    readonly start: number;
    readonly end: number;
    readonly stride: number;
  },
): Traced {
  const extent = traced.dims[axis]!;
  const [least, most] = stride > 0 ? [0, extent] : [-1, extent - 1];
  const clamp = (at: number) => Math.max(least, Math.min(most, at < 0 ? at + extent : at));
  const first = Math.max(0, clamp(start));
  const written = Math.ceil((clamp(end) - first) / stride);
  if (stride > 0) return stepAxis(traced, axis, lawfulSteps(written, strideLaw(first, stride)));
  const indices = Array.from({ length: Math.max(0, written) }, (_, o) => first + o * stride);
  return stepAxis(traced, axis, pickSteps(indices));
}

function traceSplit(passage: Passage): readonly Traced[] {
  const read = inputAt(passage, 0);
  const axis = toAxis(findInt(passage, "axis", 0), read.dims.length);
  const count = passage.node.outputs.length;
  const even = Math.ceil(read.dims[axis]! / count);
  const given = findNumbers(passage, "split", 1);
  let start = 0;
  return passage.node.outputs.map((_, i) => {
    const extent = given?.[i] ?? Math.min(even, read.dims[axis]! - start);
    const part = stepAxis(read, axis, lawfulSteps(extent, strideLaw(start, 1)));
    start += extent;
    return part;
  });
}

function traceConcat(passage: Passage): Traced {
  const parts = passage.node.inputs.map((_, i) => inputAt(passage, i));
  return joinTraced(parts, toAxis(findInt(passage, "axis", 1), parts[0]!.dims.length));
}

// Behind the scale and the zero point of the output: each part before those of its own.
function traceQuantizedConcat(passage: Passage): Traced {
  const places = passage.node.inputs.map((_, i) => i).filter((i) => i >= 2 && (i - 2) % 3 === 0);
  const parts = places.map((i) => inputAt(passage, i));
  return joinTraced(parts, toAxis(findInt(passage, "axis", 1), parts[0]!.dims.length));
}

function traceGather(passage: Passage): Traced {
  const read = inputAt(passage, 0);
  const axis = toAxis(findInt(passage, "axis", 0), read.dims.length);
  const { dims } = inputAt(passage, 1);
  const extent = read.dims[axis]!;
  const indices = findNumbers(passage, "indices", 1) ?? [];
  const counted = indices.map((index) => index < 0 ? index + extent : index);
  const gathered = stepAxis(read, axis, pickSteps(counted));
  return reshapeTraced(gathered, gathered.dims.toSpliced(axis, 1, ...dims));
}

// Of ONNX's first version: [left, top, right, bottom] is cut off.
function traceCrop(passage: Passage): Traced {
  const read = inputAt(passage, 0);
  const [left = 0, top = 0, right = 0, bottom = 0] = findNumbers(passage, "border", -1) ?? [];
  const size = findNumbers(passage, "scale", -1) ?? [];
  return [[top, bottom], [left, right]].reduce((cropped, [begin = 0, end = 0], i) => {
    const written = size[i] ?? read.dims[i + 2]! - begin - end;
    return stepAxis(cropped, i + 2, lawfulSteps(written, strideLaw(begin, 1)));
  }, read);
}

function traceExpanded(passage: Passage): Traced {
  const read = inputAt(passage, 0);
  const shape = findNumbers(passage, "shape", 1) ?? [];
  return uniteTraced([read, traceNothing(shape, read.reaches.length)]);
}

function traceTiles(passage: Passage): Traced {
  const read = inputAt(passage, 0);
  const repeats = findNumbers(passage, "repeats", 1) ?? [];
  return repeats.reduce((tiled, times, axis) => {
    requireCells(times * tiled.dims[axis]!);
    const parts = Array.from({ length: times }, () => tiled);
    return times === 1 ? tiled : joinTraced(parts, axis);
  }, read);
}

// [n, c b², h, w] to [n, c, h b, w b]: the channels of a cell become a block of cells.
function traceDepthToSpace(passage: Passage): Traced {
  const read = inputAt(passage, 0);
  const size = findInt(passage, "blocksize", 1);
  const [n = 1, channels = 1, height = 1, width = 1] = read.dims;
  const depth = channels / size ** 2;
  const rows = findText(passage, "mode", "DCR") === "DCR";
  const apart = rows
    ? [n, size, size, depth, height, width]
    : [n, depth, size, size, height, width];
  const order = rows ? [0, 3, 4, 1, 5, 2] : [0, 1, 4, 2, 5, 3];
  const laid = reshapeTraced(
    transposeTraced(reshapeTraced(read, apart), order),
    [n, depth, height * size, width * size],
  );
  const repeated = [2, 3].reduce(
    (traced, axis) => stepAxis(traced, axis, repeatSteps(size, traced.dims[axis]!)),
    read,
  );
  return withCourses(laid, repeated, read);
}

function traceSpaceToDepth(passage: Passage): Traced {
  const read = inputAt(passage, 0);
  const size = findInt(passage, "blocksize", 1);
  const [n = 1, channels = 1, height = 1, width = 1] = read.dims;
  const [down, across] = [height / size, width / size];
  const apart = reshapeTraced(read, [n, channels, down, size, across, size]);
  const order = [0, 3, 5, 1, 2, 4];
  const laid = reshapeTraced(
    transposeTraced(apart, order),
    [n, channels * size ** 2, down, across],
  );
  const blocks = [2, 3].reduce((traced, axis) => {
    const steps = lawfulSteps(read.dims[axis]! / size, strideLaw(0, size, size));
    return stepAxis(traced, axis, steps);
  }, read);
  return withCourses(laid, blocks, read);
}

// Laid out by steps that have a law, which the reshaping cannot know.
function withCourses(laid: Traced, stepped: Traced, read: Traced): Traced {
  const reaches = laid.reaches.map((reach, k) => {
    const alike = read.reaches[k]!.dims[1] === 1;
    return alike ? { ...reach, course: stepped.reaches[k]!.course } : reach;
  });
  return { dims: laid.dims, reaches };
}
