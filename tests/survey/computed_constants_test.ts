import { tellReason } from "../../src/reason/reason.ts";
import assert from "node:assert/strict";
import type { Runtime } from "../../src/effects.ts";
import { onnxRuntime } from "../../src/host/session.ts";
import { type ConvLayer, findConvLayers } from "../../src/onnx/layer/conv_layer.ts";
import { readModel } from "../../src/onnx/read/read_model.ts";
import {
  evaluateBias,
  evaluateKernels,
  type MeasuredModel,
  measureLayers,
} from "../../src/survey/computed_constants.ts";
import type { Tensor } from "../../src/tensor/tensor.ts";
import { type Composed, composeKernels } from "../../src/visit/pixel/composed.ts";
import { assertClose } from "../support/close.ts";
import { convolve } from "../support/convolve.ts";
import { encodeModel, type ModelText, type NodeText } from "../support/model/onnx_model.ts";
import { store, type TensorText } from "../support/model/onnx_tensor.ts";
import { createRandom } from "../support/random.ts";
import { captureLayers } from "../support/model/run_model.ts";
import { randomTensor } from "../support/tensors.ts";
import { composeIn } from "../support/thread_composer.ts";
import { node } from "../support/model/node_text.ts";

const random = createRandom(61);
const photo = randomTensor(random, [1, 3, 6, 6], -1, 1);
const SIZE = 27;
const v = randomTensor(random, [4, 3, 3, 3], -1, 1);
const g = randomTensor(random, [4, 1, 1, 1], 0.5, 2);
const conv: NodeText = { op: "Conv", name: "conv", inputs: ["photo", "w"], outputs: ["maps"] };

const ints = (...values: readonly number[]) => store("int64", [values.length], values);

function rows({ data }: Tensor): Float32Array[] {
  return Array.from(
    { length: data.length / SIZE },
    (_, k) => data.subarray(k * SIZE, (k + 1) * SIZE),
  );
}

function join(parts: readonly ArrayLike<number>[]): Float32Array {
  return Float32Array.from(parts.flatMap((part) => [...Array.from(part)]));
}

const mean = (values: Float32Array) => values.reduce((sum, x) => sum + x, 0) / values.length;
const norm = (values: Float32Array) => Math.hypot(...values);
const perKernel = { ints: { axes: [1, 2, 3] } };

/** Weights that a model computes from constants, and their definition. */
interface Case {
  readonly title: string;
  readonly nodes: readonly NodeText[];
  readonly tensors?: Readonly<Record<string, TensorText>>;
  readonly values: Float32Array;
  readonly dims?: readonly number[];
}

const normed = join(rows(v).map((row, k) => row.map((x) => x / norm(row) * g.data[k]!)));

const cases: readonly Case[] = [
  {
    title: "weight norm: g v ÷ ‖v‖",
    nodes: [
      node("ReduceL2", "v", "length", perKernel),
      node("Div", "v length", "unit"),
      node("Mul", "unit g", "w"),
    ],
    values: normed,
  },
  {
    title: "weight norm written out by squares",
    nodes: [
      node("Pow", "v two", "squares"),
      node("ReduceSum", "squares axes", "sums", { int: { keepdims: 1 } }),
      node("Sqrt", "sums", "length"),
      node("Div", "g length", "factor"),
      node("Mul", "v factor", "w"),
    ],
    tensors: { two: store("float32", [], [2]), axes: ints(1, 2, 3) },
    values: normed,
  },
  {
    title: "standardised weights",
    nodes: [
      node("ReduceMean", "v", "mean", perKernel),
      node("Sub", "v mean", "centred"),
      node("Mul", "centred centred", "squares"),
      node("ReduceMean", "squares", "variance", perKernel),
      node("Sqrt", "variance", "deviation"),
      node("Div", "centred deviation", "w"),
    ],
    values: join(
      rows(v).map((row) => {
        const centred = row.map((x) => x - mean(row));
        return centred.map((x) => x / Math.sqrt(mean(centred.map((y) => y * y))));
      }),
    ),
  },
  {
    title: "an equalised learning rate: √(2 ÷ fan in) v",
    nodes: [
      node("Shape", "v", "sizes"),
      node("Slice", "sizes one end", "rest"),
      node("ReduceProd", "rest", "fan", { int: { keepdims: 0 } }),
      node("Cast", "fan", "fan_in", { int: { to: 1 } }),
      node("Div", "two fan_in", "ratio"),
      node("Sqrt", "ratio", "factor"),
      node("Mul", "v factor", "w"),
    ],
    tensors: { one: ints(1), end: ints(4), two: store("float32", [], [2]) },
    values: v.data.map((x) => x * Math.sqrt(2 / SIZE)),
  },
  {
    title: "a spectral norm: v ÷ uᵀVw",
    nodes: [
      node("Reshape", "v flat", "matrix"),
      node("MatMul", "matrix right", "projected"),
      node("MatMul", "left projected", "sigma"),
      node("Div", "v sigma", "w"),
    ],
    tensors: {
      flat: ints(4, SIZE),
      left: store("float32", [4], [0.5, 0.5, 0.5, 0.5]),
      right: store("float32", [SIZE], new Array(SIZE).fill(1)),
    },
    values: v.data.map((x) => x / (0.5 * v.data.reduce((sum, y) => sum + y, 0))),
  },
  {
    title: "parts that are put together",
    nodes: [
      node("Slice", "v from to", "half"),
      node("Neg", "half", "minus"),
      node("Concat", "half minus", "w", { int: { axis: 0 } }),
    ],
    tensors: { from: ints(0), to: ints(2) },
    values: join([v.data.subarray(0, 54), v.data.subarray(0, 54).map((x) => -x)]),
  },
  {
    title: "chosen kernels",
    nodes: [node("Gather", "v order", "w")],
    tensors: { order: ints(3, 1) },
    values: join([rows(v)[3]!, rows(v)[1]!]),
    dims: [2, 3, 3, 3],
  },
  {
    title: "one number everywhere",
    nodes: [
      node("ConstantOfShape", "sizes", "ones", {
        tensor: { value: store("float32", [1], [1]) },
      }),
      node("Expand", "half sizes", "halves"),
      node("Mul", "ones halves", "w"),
    ],
    tensors: { sizes: ints(2, 3, 2, 2), half: store("float32", [], [0.5]) },
    values: new Float32Array(24).fill(0.5),
    dims: [2, 3, 2, 2],
  },
  {
    title: "a filter for every channel",
    nodes: [
      node("Tile", "filter times", "tiled"),
      node("Greater", "tiled none", "positive"),
      node("Where", "positive tiled none", "w"),
    ],
    tensors: {
      filter: store("float32", [1, 1, 1, 2], [3, -4]),
      times: ints(2, 3, 1, 1),
      none: store("float32", [], [0]),
    },
    values: join(Array(6).fill([3, 0])),
    dims: [2, 3, 1, 2],
  },
  {
    title: "a choice by a constant",
    nodes: [
      node("If", "yes", "w", {
        graph: {
          then_branch: { nodes: [node("Neg", "v", "a")] },
          else_branch: { nodes: [node("Abs", "v", "b")] },
        },
      }),
    ],
    tensors: { yes: store("bool", [], [1]) },
    values: v.data.map((x) => -x),
  },
];

function encode(
  nodes: readonly NodeText[],
  tensors: Readonly<Record<string, TensorText>> = {},
  rest: Partial<ModelText> = {},
): Uint8Array<ArrayBuffer> {
  return encodeModel({
    nodes,
    initializers: { v, g, ...tensors },
    inputs: { photo: photo.dims },
    ...rest,
  });
}

async function measure(
  bytes: Uint8Array<ArrayBuffer>,
  runtime: Runtime = onnxRuntime,
): Promise<MeasuredModel> {
  const model = readModel(bytes);
  const listed = findConvLayers(model);
  return await measureLayers(model, listed, [...listed.keys()], runtime);
}

async function find(bytes: Uint8Array<ArrayBuffer>): Promise<ConvLayer> {
  return (await measure(bytes)).layers[0]!;
}

for (const { title, nodes, tensors = {}, values, dims = v.dims } of cases) {
  Deno.test(`the runtime computes kernels of ${title}`, async () => {
    const bytes = encode([...nodes, conv], tensors);
    const layer = await find(bytes);
    const kernels = { data: values, dims };
    assert.deepEqual(layer.kernels!.dims, dims);
    assert.deepEqual(layer.shape!.kernelShape, dims.slice(2));
    assert(layer.badges.includes("derived"));
    assertClose(await evaluateKernels(layer, onnxRuntime), kernels, 1e-5);
    const [captured] = await captureLayers(readModel(bytes), photo);
    assertClose(captured!.map, convolve(photo, kernels), 1e-4);
  });
}

Deno.test("the kernels of a ConvTranspose and of a QLinearConv are computed alike", async () => {
  const half = { half: store("float32", [], [0.5]), none: store("int8", [], [0]) };
  const up: NodeText = { ...conv, op: "ConvTranspose" };
  const turned = await find(encode([node("Abs", "v", "w"), up], {
    v: randomTensor(random, [3, 2, 1, 1], -1, 1),
  }));
  assert.deepEqual(turned.kernels!.dims, [2, 3, 1, 1]);
  assert.deepEqual((await evaluateKernels(turned, onnxRuntime)).dims, [2, 3, 1, 1]);
  const quantized = await find(encode([
    node("QuantizeLinear", "v half none", "w"),
    node("QLinearConv", "photo half none w half none half none", "maps"),
  ], half));
  const levels = v.data.map((x) => 0.5 * Math.round(2 * x));
  assertClose(await evaluateKernels(quantized, onnxRuntime), { data: levels, dims: v.dims }, 0.51);
  assert.deepEqual(quantized.badges, ["quantized", "derived"]);
});

Deno.test("a bias is computed alike", async () => {
  const b = randomTensor(random, [4], -1, 1);
  const layer = await find(encode([
    node("Neg", "b", "minus"),
    { ...conv, inputs: ["photo", "v", "minus"] },
  ], { b }));
  assertClose((await evaluateBias(layer, onnxRuntime))!, { ...b, data: b.data.map((x) => -x) });
});

Deno.test("kernels that a body computes from constants are computed, its own among them", async () => {
  const body = {
    nodes: [node("Mul", "v own", "w"), { ...conv, inputs: ["photo", "w"], name: "inside" }],
    initializers: { own: store("float32", [1], [3]) },
  };
  const absolute = { nodes: [node("Abs", "v", "w"), { ...conv, name: "other" }] };
  const graph = { then_branch: body, else_branch: absolute };
  const bytes = encode([node("If", "yes", "y", { graph })], { yes: store("bool", [], [1]) });
  const { layers } = await measure(bytes);
  const [inside, other] = await Promise.all(
    layers.map((layer) => evaluateKernels(layer, onnxRuntime)),
  );
  assertClose(inside!, { ...v, data: v.data.map((x) => 3 * x) });
  assertClose(other!, { ...v, data: v.data.map(Math.abs) });
});

for (const op of ["RandomNormalLike", "RandomUniformLike", "Bernoulli", "Dropout"]) {
  Deno.test(`weights of ${op} are no constant`, async () => {
    const layer = await find(encode([node("Abs", "v", "a"), node(op, "a", "w"), conv]));
    assert.match(tellReason(layer.kernelsMissing!), /^computed weight, not drawn/);
    assert.deepEqual(layer.badges, ["computed"]);
  });
}

Deno.test("weights of a function that throws dice are no constant", async () => {
  const nodes = [node("RandomNormalLike", "x", "y")];
  const functions = [{ domain: "local", name: "Noise", inputs: ["x"], outputs: ["y"], nodes }];
  const call = node("Noise", "v", "w", { domain: "local" });
  const layer = await find(encode([call, conv], {}, { functions, domains: { local: 1 } }));
  assert.match(tellReason(layer.kernelsMissing!), /^computed weight, not drawn/);
});

// Counts what is loaded.
function counting(): { readonly runtime: Runtime; opened(): number } {
  let opened = 0;
  const open: Runtime["open"] = (model) => {
    opened++;
    return onnxRuntime.open(model);
  };
  return { runtime: { ...onnxRuntime, open }, opened: () => opened };
}

Deno.test("measureLayers() runs nothing where the model declares the dims, or stores the weights", async () => {
  const declared = encode([node("Abs", "v", "w"), conv], {}, { declared: { w: v.dims } });
  for (const bytes of [declared, encode([{ ...conv, inputs: ["photo", "v"] }])]) {
    const { runtime, opened } = counting();
    const { layers: [layer] } = await measure(bytes, runtime);
    assert.deepEqual(layer!.kernels!.dims, v.dims);
    assert.equal(opened(), 0);
  }
});

Deno.test("evaluateKernels() refuses dims other than the model declares", async () => {
  const bytes = encode([node("Abs", "v", "w"), conv], {}, { declared: { w: [3, 4, 3, 3] } });
  const message =
    /^SyntaxError: Cannot evaluate constant "w": the model declares \[3,4,3,3\], it has/;
  await assert.rejects(async () => evaluateKernels(await find(bytes), onnxRuntime), message);
});

Deno.test("measureLayers() leaves a layer without kernels where the runtime refuses", async () => {
  const layer = await find(encode([node("Strange", "v", "w"), conv]));
  assert.equal(layer.kernels, null);
  assert.match(
    tellReason(layer.kernelsMissing!),
    /makes it of constants, and the runtime has not computed it/,
  );
});

Deno.test("a computed kernel is composed down to the pixels as a stored one is", async () => {
  const next: NodeText = { ...conv, name: "next", inputs: ["maps", "k"], outputs: ["end"] };
  const k = randomTensor(random, [2, 4, 2, 2], -1, 1);
  const doubled = { ...v, data: v.data.map((x) => 2 * x) };
  const two = { two: store("float32", [1], [2]), k };
  const compose = async (bytes: Uint8Array<ArrayBuffer>): Promise<Composed> => {
    const { model, layers: found } = await measure(bytes);
    const { output } = found.at(-1)!;
    const line = { size: [4, 4], stride: [1, 1], offset: [0, 0] };
    const composed: Composed[] = [];
    const take = (_: unknown, each: Composed) => Promise.resolve(void composed.push(each));
    const layers = [{ output, line, drawn: line.size }];
    await composeKernels(model, { image: "photo", layers, take }, composeIn(onnxRuntime));
    return composed[0]!;
  };
  const made = [node("Abs", "two", "factor"), node("Mul", "v factor", "w")];
  const computed = await compose(encode([...made, conv, next], two));
  const stored = await compose(encode([conv, next], { w: doubled, k }));
  assert(computed.kind === "kernels" && stored.kind === "kernels");
  assert.deepEqual(computed.kernels.dims, [2, 3, 4, 4]);
  assertClose(computed.kernels, stored.kernels, 1e-5);
});
