import { listOperators } from "../graph/operator.ts";
import {
  findInt,
  findNumbers,
  findOpset,
  findText,
  hasInput,
  inputAt,
  type Passage,
  toAxis,
  type TraceRule,
} from "./passage.ts";
import {
  dropAxes,
  reduceAxes,
  reshapeTraced,
  type Traced,
  transposeTraced,
  uniteTraced,
} from "./traced.ts";

/** What operators read that bring elements together: means, norms, products of matrices. */
export const SUM_RULES: ReadonlyMap<string, TraceRule> = new Map<string, TraceRule>([
  ...listOperators(({ reducing }) => reducing).map((op) => [op, traceReduction] as const),
  ...["ArgMax", "ArgMin"].map((op) => [op, traceArgument] as const),
  ...["Softmax", "LogSoftmax", "Hardmax"].map((op) => [op, traceSoftmax] as const),
  ["QLinearSoftmax", traceSoftmax],
  ["InstanceNormalization", (passage) => normalize(passage, spaceOf(inputAt(passage, 0)))],
  ["MeanVarianceNormalization", traceMeanVariance],
  ["LpNormalization", (passage) => normalize(passage, [findAxis(passage, -1)])],
  ["GroupNormalization", traceGroupNorm],
  ...["LayerNormalization", "RMSNormalization", "SimplifiedLayerNormalization"].map((op) =>
    [op, (passage: Passage) => normalize(passage, behind(passage, findAxis(passage, -1)))] as const
  ),
  ...["SkipLayerNormalization", "SkipSimplifiedLayerNormalization"].map((op) =>
    [op, traceSkipNorm] as const
  ),
  ...["MatMul", "MatMulInteger"].map((op) =>
    [op, (passage: Passage) => product(passage, 1)] as const
  ),
  ["QLinearMatMul", (passage) => product(passage, 3)],
  ["FusedMatMul", traceFusedProduct],
  ["Gemm", traceGemm],
  ["Einsum", traceEinsum],
]);

function traceReduction(passage: Passage): Traced {
  const read = inputAt(passage, 0);
  const named = findNumbers(passage, "axes", 1) ?? [];
  if (named.length === 0 && findInt(passage, "noop_with_empty_axes", 0) === 1) return read;
  const axes = named.length === 0
    ? read.dims.map((_, axis) => axis)
    : named.map((axis) => toAxis(axis, read.dims.length));
  const reduced = reduceAxes(read, axes);
  return findInt(passage, "keepdims", 1) === 1 ? reduced : dropAxes(reduced, axes);
}

function traceArgument(passage: Passage): Traced {
  const axis = findAxis(passage, 0);
  const reduced = reduceAxes(inputAt(passage, 0), [axis]);
  return findInt(passage, "keepdims", 1) === 1 ? reduced : dropAxes(reduced, [axis]);
}

// Before opset 13 all axes from the given one on are flattened into one.
function traceSoftmax(passage: Passage): Traced {
  if (findOpset(passage) >= 13) return normalize(passage, [findAxis(passage, -1)]);
  return normalize(passage, behind(passage, findAxis(passage, 1)));
}

function traceMeanVariance(passage: Passage): Traced {
  return normalize(passage, findNumbers(passage, "axes", -1) ?? [0, 2, 3]);
}

function traceGroupNorm(passage: Passage): Traced {
  const read = inputAt(passage, 0);
  const groups = findInt(passage, "num_groups", 1);
  const [n = 1, channels = 1, ...space] = read.dims;
  const apart = reshapeTraced(read, [n, groups, channels / groups, ...space]);
  const together = apart.dims.map((_, axis) => axis).slice(2);
  return reshapeTraced(reduceAxes(apart, together, "same"), read.dims);
}

function traceSkipNorm(passage: Passage): readonly Traced[] {
  const read = uniteTraced([inputAt(passage, 0), inputAt(passage, 1)]);
  const normal = reduceAxes(read, [read.dims.length - 1], "same");
  return [normal];
}

function normalize(passage: Passage, axes: readonly number[]): Traced {
  const read = inputAt(passage, 0);
  const counted = axes.map((axis) => toAxis(axis, read.dims.length));
  return reduceAxes(read, counted, "same");
}

function spaceOf({ dims }: Traced): number[] {
  return dims.map((_, axis) => axis).slice(2);
}

function findAxis(passage: Passage, otherwise: number): number {
  return toAxis(findInt(passage, "axis", otherwise), inputAt(passage, 0).dims.length);
}

function behind(passage: Passage, first: number): number[] {
  return inputAt(passage, 0).dims.map((_, axis) => axis).slice(first);
}

function product(passage: Passage, second: number): Traced {
  return multiply(inputAt(passage, 0), inputAt(passage, second));
}

// [.., m, k] times [.., k, n]: element i, j reads row i of the one and column j of the other.
function multiply(a: Traced, b: Traced): Traced {
  const left = a.dims.length === 1 ? reshapeTraced(a, [1, ...a.dims]) : a;
  const right = b.dims.length === 1 ? reshapeTraced(b, [...b.dims, 1]) : b;
  if (left.dims.at(-1) !== right.dims.at(-2)) {
    throw new SyntaxError(`Cannot trace product: [${a.dims}] and [${b.dims}] do not fit`);
  }
  const read = uniteTraced([
    reduceAxes(left, [left.dims.length - 1]),
    reduceAxes(right, [right.dims.length - 2]),
  ]);
  const rank = read.dims.length;
  const single = [
    ...a.dims.length === 1 ? [rank - 2] : [],
    ...b.dims.length === 1 ? [rank - 1] : [],
  ];
  return dropAxes(read, single);
}

function traceFusedProduct(passage: Passage): Traced {
  const sides = ["transA", "transB"].map((name, i) => {
    const side = inputAt(passage, i);
    return findInt(passage, name, 0) === 1 ? turn(side) : side;
  });
  return multiply(sides[0]!, sides[1]!);
}

function traceGemm(passage: Passage): Traced {
  const read = traceFusedProduct(passage);
  return hasInput(passage, 2) ? uniteTraced([read, inputAt(passage, 2)]) : read;
}

function turn(traced: Traced): Traced {
  const order = traced.dims.map((_, axis) => axis);
  const [down = 0, across = 0] = order.splice(-2);
  return transposeTraced(traced, [...order, across, down]);
}

// Axes of one letter are one; those that the result has no letter for are summed over.
function traceEinsum(passage: Passage): Traced {
  const equation = findText(passage, "equation", "").replaceAll(" ", "");
  const [read = "", written] = equation.split("->");
  if (!/^[A-Za-z,]+$/.test(read) || written === undefined || !/^[A-Za-z]+$/.test(written)) {
    throw new RangeError(`Cannot trace Einsum: its equation is "${equation}"`);
  }
  const parts = read.split(",").map((letters, i) => {
    if (new Set(letters).size !== letters.length) {
      throw new RangeError(`Cannot trace Einsum: its equation is "${equation}"`);
    }
    return layLike(inputAt(passage, i), [...letters], [...written]);
  });
  return uniteTraced(parts);
}

function layLike(traced: Traced, letters: readonly string[], wanted: readonly string[]): Traced {
  const summed = letters.flatMap((letter, axis) => wanted.includes(letter) ? [] : [axis]);
  const kept = dropAxes(reduceAxes(traced, summed), summed);
  const names = letters.filter((letter) => wanted.includes(letter));
  const present = wanted.filter((letter) => names.includes(letter));
  const ordered = transposeTraced(kept, present.map((letter) => names.indexOf(letter)));
  const extents = wanted.map((letter) => {
    const axis = present.indexOf(letter);
    return axis < 0 ? 1 : ordered.dims[axis]!;
  });
  return reshapeTraced(ordered, extents);
}
