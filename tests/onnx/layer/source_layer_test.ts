import assert from "node:assert/strict";
import { findLayers } from "../../../src/onnx/layer/conv_layer.ts";
import { listOperators } from "../../../src/onnx/graph/operator.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import { findSourceParts } from "../../../src/onnx/layer/source_layer.ts";
import { encodeModel, type NodeText } from "../../support/model/onnx_model.ts";
import { createRandom } from "../../support/random.ts";
import { randomTensor } from "../../support/tensors.ts";
import { store } from "../../support/model/onnx_tensor.ts";
import { node } from "../../support/model/node_text.ts";

const random = createRandom(5);

function nameSources(nodes: readonly NodeText[]): readonly (string | null)[] {
  const w1 = randomTensor(random, [4, 3, 3, 3], -1, 1);
  const w2 = randomTensor(random, [4, 4, 3, 3], -1, 1);
  const bytes = encodeModel({
    inputs: { photo: [1, 3, 12, 12] },
    nodes,
    initializers: {
      w1: store("float32", w1.dims, [...w1.data]),
      w2: store("float32", w2.dims, [...w2.data]),
      bias: store("float32", [1, 4, 1, 1], [1, -1, 2, -2]),
      gamma: store("float32", [4], [1, 2, 1, 2]),
      beta: store("float32", [4], [0, 1, 0, 1]),
      scales: store("float32", [4], [1, 1, 2, 2]),
      matrix: randomTensor(random, [4, 4], -1, 1),
      large: randomTensor(random, [400, 4], -1, 1),
      wide: randomTensor(random, [10, 4], -1, 1),
    },
  });
  const model = readModel(bytes);
  const layers = findLayers(model);
  return findSourceParts(model, layers).map(([part, ...rest]) => {
    assert.deepEqual(rest, []);
    return part === undefined ? null : layers[part.layer]!.output;
  });
}

const first = node("Conv", "photo w1", "a");

Deno.test("findSourceParts() goes back through what keeps the channels apart", () => {
  const pool = node("MaxPool", "r", "p", { ints: { kernel_shape: [2, 2] } });
  const nodes = [first, node("Add", "a bias", "b"), node("Relu", "b", "r"), pool];
  assert.deepEqual(nameSources([...nodes, node("Conv", "p w2", "out")]), [null, "a"]);
});

Deno.test("findSourceParts() finds the layer whose own activation takes two ways", () => {
  const swish = [node("Sigmoid", "a", "s"), node("Mul", "a s", "m")];
  assert.deepEqual(nameSources([first, ...swish, node("Conv", "m w2", "out")]), [null, "a"]);
});

Deno.test("findSourceParts() finds none where maps of several layers come together", () => {
  const branches = [node("Conv", "photo w1", "c"), node("Add", "a c", "sum")];
  const sources = nameSources([first, ...branches, node("Conv", "sum w2", "out")]);
  assert.deepEqual(sources, [null, null, null]);
});

const BEHIND: readonly NodeText[] = [
  node("MaxPool", "a", "b", { ints: { kernel_shape: [2, 2] } }),
  node("InstanceNormalization", "a gamma beta", "b"),
  node("Resize", "a  scales", "b"),
];

for (const behind of BEHIND) {
  Deno.test(`findSourceParts() goes back through any activation behind ${behind.op}`, () => {
    const lost = listOperators(({ values }) => values === "activated" || values === "clipped")
      .concat("Abs", "Neg").filter((op) => {
        const nodes = [first, behind, node(op, "b", "c"), node("Conv", "c w2", "out")];
        return nameSources(nodes)[1] !== "a";
      });
    assert.deepEqual(lost, []);
  });
}

const pooled = node("GlobalAveragePool", "a", "p");
const gemm = node("Gemm", "x matrix", "out");

const ROWS:
  readonly (readonly [title: string, nodes: readonly NodeText[], source: string | null])[] = [
    ["a mean and a Flatten", [pooled, node("Flatten", "p", "x"), gemm], "a"],
    ["means without axes", [
      node("ReduceMean", "a", "x", { ints: { axes: [-1, -2] }, int: { keepdims: 0 } }),
      gemm,
    ], "a"],
    ["another one", [
      pooled,
      node("Flatten", "p", "x"),
      node("Gemm", "x matrix", "g"),
      node("Relu", "g", "r"),
      node("Gemm", "r matrix", "out"),
    ], "g"],
    ["maps of several cells", [node("Flatten", "a", "x"), node("Gemm", "x large", "out")], null],
    ["a mean over the channels", [
      node("ReduceMean", "a", "m", { ints: { axes: [1, 2] }, int: { keepdims: 0 } }),
      node("Gemm", "m wide", "out"),
    ], null],
  ];

for (const [title, nodes, source] of ROWS) {
  Deno.test(`findSourceParts() of a fully connected layer behind ${title} is ${source}`, () => {
    assert.equal(nameSources([first, ...nodes]).at(-1), source);
  });
}

function listParts(nodes: readonly NodeText[]): readonly (readonly [string, number, number])[] {
  const weights = (dims: readonly number[]) => randomTensor(random, dims, -1, 1);
  const bytes = encodeModel({
    inputs: { photo: [1, 3, 12, 12] },
    nodes,
    initializers: {
      w4: weights([4, 3, 1, 1]),
      w5: weights([5, 3, 1, 1]),
      w12: weights([2, 12, 1, 1]),
      w9: weights([2, 9, 1, 1]),
      w13: weights([2, 13, 1, 1]),
    },
  });
  const model = readModel(bytes);
  const layers = findLayers(model);
  return findSourceParts(model, layers).at(-1)!.map(({ layer, first, count }) => {
    return [layers[layer]!.output, first, count!];
  });
}

const four = node("Conv", "photo w4", "a");
const five = node("Conv", "photo w5", "b");
const joined = (inputs: string, output: string, axis = 1) =>
  node("Concat", inputs, output, { int: { axis } });

Deno.test("findSourceParts() finds the layers whose maps stand one behind the other", () => {
  const nodes = [four, five, node("Relu", "a", "r"), joined("r b", "c"), node("Relu", "c", "d")];
  assert.deepEqual(listParts([...nodes, node("Conv", "d w9", "out")]), [["a", 0, 4], ["b", 4, 5]]);
});

Deno.test("findSourceParts() goes on through joined maps that are joined again", () => {
  const nodes = [four, five, joined("b a", "c"), joined("a c", "d", -3)];
  assert.deepEqual(listParts([...nodes, node("Conv", "d w13", "out")]), [
    ["a", 0, 4],
    ["b", 4, 5],
    ["a", 9, 4],
  ]);
});

Deno.test("findSourceParts() names none behind maps whose number it does not know", () => {
  const known = [four, five, joined("a photo b", "c")];
  assert.deepEqual(listParts([...known, node("Conv", "c w12", "out")]), [["a", 0, 4]]);
});

Deno.test("findSourceParts() names none where maps are joined along another axis", () => {
  const nodes = [four, joined("a a", "c", 2)];
  assert.deepEqual(listParts([...nodes, node("Conv", "c w4", "out")]), []);
});

Deno.test("findSourceParts() gives up where maps are doubled over and over", () => {
  const doubled = Array.from({ length: 60 }, (_, i) => joined(`x${i} x${i}`, `x${i + 1}`));
  const first = node("Conv", "photo w4", "x0");
  const behind = (joins: number) =>
    listParts([first, ...doubled.slice(0, joins), node("Conv", `x${joins} w4`, "out")]);
  assert.deepEqual(behind(3).map(([, first]) => first), [0, 4, 8, 12, 16, 20, 24, 28]);
  assert.deepEqual(behind(60), []);
});
