import assert from "node:assert/strict";
import { type ConvLayer, findConvLayers } from "../../../src/onnx/layer/conv_layer.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import { findReach } from "../../../src/onnx/layer/reach.ts";
import { sumSlices } from "../../../src/onnx/layer/slice_sums.ts";
import { countElements, sliceAt, type Tensor } from "../../../src/tensor/tensor.ts";
import { encodeModel, type NodeText } from "../../support/model/onnx_model.ts";
import { store, type TensorText } from "../../support/model/onnx_tensor.ts";
import { createRandom } from "../../support/random.ts";
import { captureTaps } from "../../support/model/run_model.ts";
import { randomTensor } from "../../support/tensors.ts";

interface Case {
  readonly name: string;
  readonly node: Omit<NodeText, "inputs" | "outputs" | "op"> & { readonly op?: string };
  readonly weights: readonly number[];
  readonly kernels: number;
  readonly size?: readonly number[];
}

// Each reads four maps.
const CASES: readonly Case[] = [
  { name: "a plain one", node: {}, weights: [3, 4, 3, 3], kernels: 3 },
  { name: "1 x 1", node: {}, weights: [5, 4, 1, 1], kernels: 5 },
  {
    name: "strides and uneven pads",
    node: { ints: { strides: [2, 3], pads: [1, 2, 0, 3] } },
    weights: [3, 4, 3, 2],
    kernels: 3,
  },
  {
    name: "dilations",
    node: { ints: { dilations: [2, 3], pads: [2, 3, 2, 3] } },
    weights: [3, 4, 3, 3],
    kernels: 3,
  },
  { name: "groups", node: { int: { group: 2 } }, weights: [6, 2, 3, 3], kernels: 6 },
  { name: "a group for each map", node: { int: { group: 4 } }, weights: [8, 1, 3, 3], kernels: 8 },
  {
    name: "SAME_UPPER",
    node: { string: { auto_pad: "SAME_UPPER" }, ints: { strides: [2, 2] } },
    weights: [3, 4, 3, 4],
    kernels: 3,
  },
  {
    name: "SAME_LOWER",
    node: { string: { auto_pad: "SAME_LOWER" }, ints: { strides: [2, 2] } },
    weights: [3, 4, 3, 4],
    kernels: 3,
  },
  { name: "one axis", node: { ints: { pads: [1, 2] } }, weights: [3, 4, 4], kernels: 3, size: [9] },
  { name: "a transposed one", node: { op: "ConvTranspose" }, weights: [4, 3, 3, 3], kernels: 3 },
  {
    name: "a transposed one with strides, pads and more",
    node: {
      op: "ConvTranspose",
      ints: { strides: [2, 3], pads: [1, 0, 0, 1], output_padding: [1, 2], dilations: [1, 2] },
    },
    weights: [4, 3, 3, 2],
    kernels: 3,
  },
  {
    name: "a transposed one of groups",
    node: { op: "ConvTranspose", int: { group: 2 }, ints: { strides: [2, 2] } },
    weights: [4, 3, 2, 2],
    kernels: 6,
  },
  ...["NOTSET", "SAME_UPPER", "SAME_LOWER"].map((auto_pad) => ({
    name: `a transposed one of a declared size, ${auto_pad}`,
    node: {
      op: "ConvTranspose",
      string: { auto_pad },
      ints: { strides: [2, 2], output_shape: [14, 16] },
    },
    weights: [4, 3, 4, 3],
    kernels: 3,
  })),
  ...["SAME_UPPER", "SAME_LOWER"].map((auto_pad) => ({
    name: `a transposed one, ${auto_pad}`,
    node: { op: "ConvTranspose", string: { auto_pad }, ints: { strides: [2, 2] } },
    weights: [4, 3, 3, 3],
    kernels: 3,
  })),
];

for (const { name, node, weights, kernels, size = [7, 8] } of CASES) {
  Deno.test(`sumSlices() and the bias add up to every cell of ${name}`, async () => {
    const random = createRandom(7);
    const photo = size.length === 1 ? [1, ...size] : size;
    const model = encodeModel({
      nodes: [
        { op: "Reshape", inputs: ["photo", "dims"], outputs: ["x"] },
        { op: "Conv", ...node, inputs: ["x", "w", "b"], outputs: ["y"] },
      ],
      initializers: {
        dims: store("int64", [size.length + 2], [1, 4, ...size]),
        w: randomTensor(random, weights, -1, 1),
        b: randomTensor(random, [kernels], -1, 1),
      },
      inputs: { photo: [1, 4, ...photo] },
    });
    await assertSums(model, randomTensor(random, [1, 4, ...photo], -2, 2), 1e-5);
  });
}

const whole: Readonly<Record<string, TensorText>> = {
  w: store("uint8", [3, 4, 3, 3], countUp(108, 251)),
  wz: store("uint8", [], [120]),
  xz: store("uint8", [], [9]),
};

Deno.test("sumSlices() adds up to every cell of a ConvInteger", async () => {
  const nodes: NodeText[] = [
    { op: "Cast", inputs: ["x"], outputs: ["q"], int: { to: 2 } },
    {
      op: "ConvInteger",
      inputs: ["q", "w", "xz", "wz"],
      outputs: ["y"],
      ints: { pads: [1, 1, 1, 1] },
    },
  ];
  const model = encodeModel({ nodes, initializers: whole, inputs: { x: [1, 4, 6, 5] } });
  await assertSums(model, { data: countUp(120, 241), dims: [1, 4, 6, 5] }, 1e-6);
});

Deno.test("sumSlices() and the bias are rounded to every cell of a QLinearConv", async () => {
  const [step, zero] = [2.5, 100];
  const nodes: NodeText[] = [
    { op: "Cast", inputs: ["x"], outputs: ["q"], int: { to: 2 } },
    {
      op: "QLinearConv",
      inputs: ["q", "xs", "xz", "w", "ws", "wz", "ys", "yz", "b"],
      outputs: ["y"],
      ints: { pads: [1, 1, 1, 1] },
    },
  ];
  const initializers = {
    ...whole,
    xs: store("float32", [], [0.02]),
    ws: store("float32", [3], [0.01, 0.02, 0.005]),
    ys: store("float32", [], [step]),
    yz: store("uint8", [], [zero]),
    b: store("int32", [3], [5000, -7000, 90]),
  };
  const model = encodeModel({ nodes, initializers, inputs: { x: [1, 4, 6, 5] } });
  const isClipped = (value: number): boolean => [-zero * step, (255 - zero) * step].includes(value);
  const photo = { data: countUp(120, 241), dims: [1, 4, 6, 5] };
  const cells = await sumAll(model, photo);
  assert(cells.filter(({ value }) => !isClipped(value)).length > 20);
  for (const { sum, value } of cells) {
    if (!isClipped(value)) assert(Math.abs(sum - value) <= 0.501 * step, `${sum}, ${value}`);
  }
});

function countUp(count: number, modulus: number): Float32Array {
  return Float32Array.from({ length: count }, (_, i) => 37 * i % modulus);
}

async function assertSums(
  model: Uint8Array<ArrayBuffer>,
  photo: Tensor,
  tolerance: number,
): Promise<void> {
  const cells = await sumAll(model, photo);
  assert(cells.length > 0);
  for (const { sum, size, value } of cells) {
    assert(Math.abs(sum - value) <= tolerance * size, `${sum}, ${value}`);
  }
}

interface Summed {
  readonly sum: number;
  readonly size: number;
  readonly value: number;
}

/** Sums up every cell of every map, beside what the runtime gives. */
async function sumAll(bytes: Uint8Array<ArrayBuffer>, photo: Tensor): Promise<Summed[]> {
  const model = readModel(bytes);
  const [layer] = findConvLayers(model) as [ConvLayer];
  const [inputs, maps] = (await captureTaps(model, [layer.inputTap!, layer.tap!], photo))
    .map((tensor) => sliceAt(tensor, 0)) as [Tensor, Tensor];
  const space = maps.dims.slice(1);
  const reach = findReach(layer, { read: inputs.dims.slice(1), written: space })!;
  const kernels = layer.kernels!.evaluate();
  const bias = layer.bias?.evaluate?.().data ?? null;
  const cells = countElements(space);
  return Array.from(maps.data, (value, i) => {
    const [kernel, place] = [Math.floor(i / cells), i % cells];
    const width = space.at(-1)!;
    const places = space.length === 1 ? [place] : [Math.floor(place / width), place % width];
    const met = reach.map((along, axis) => along[places[axis]!]!);
    const { sums, size } = sumSlices(layer.shape!, { kernels, inputs }, { kernel, met });
    const added = bias?.[kernel] ?? 0;
    return { sum: sums.reduce((a, b) => a + b, added), size: size + Math.abs(added), value };
  });
}
