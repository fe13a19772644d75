import assert from "node:assert/strict";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import type { Tensor } from "../../../src/tensor/tensor.ts";
import { assertClose } from "../../support/close.ts";
import { convolve, convolveTransposed, type Steps } from "../../support/convolve.ts";
import { encodeModel, type ModelText, type NodeText } from "../../support/model/onnx_model.ts";
import { store } from "../../support/model/onnx_tensor.ts";
import { createRandom } from "../../support/random.ts";
import { captureLayers, runWhole } from "../../support/model/run_model.ts";
import { randomTensor } from "../../support/tensors.ts";

// Every operator that convolves is captured three ways: from the cut model as a report does, from
// the whole model with the tensor declared as an output, and by the definition in float64.

const random = createRandom(7);
const photo = randomTensor(random, [1, 4, 9, 8], -1, 1);

/** A node that convolves, and its output by the definition. */
interface Case {
  readonly title: string;
  readonly node: Pick<NodeText, "ints" | "int" | "string">;
  readonly weights: readonly number[];
  readonly steps?: Steps;
  readonly transposed?: boolean;
}

const cases: readonly Case[] = [
  { title: "Conv", node: {}, weights: [5, 4, 3, 3] },
  { title: "Conv 1x1", node: {}, weights: [6, 4, 1, 1] },
  {
    title: "Conv of strides that differ",
    node: { ints: { strides: [2, 3] } },
    weights: [5, 4, 3, 3],
    steps: { strides: [2, 3] },
  },
  {
    title: "Conv of kernels that are no squares",
    node: { ints: { kernel_shape: [1, 5] } },
    weights: [5, 4, 1, 5],
  },
  {
    title: "a dilated Conv",
    node: { ints: { dilations: [2, 3], pads: [2, 3, 2, 3] } },
    weights: [5, 4, 3, 3],
    steps: { dilations: [2, 3], pads: [2, 3, 2, 3] },
  },
  {
    title: "a grouped Conv",
    node: { int: { group: 2 } },
    weights: [6, 2, 3, 3],
    steps: { group: 2 },
  },
  {
    title: "a depthwise Conv",
    node: { int: { group: 4 } },
    weights: [4, 1, 3, 3],
    steps: { group: 4 },
  },
  {
    title: "a depthwise Conv of two maps a channel",
    node: { int: { group: 4 } },
    weights: [8, 1, 3, 3],
    steps: { group: 4 },
  },
  {
    title: "Conv of asymmetric pads", // [top, left, bottom, right]
    node: { ints: { pads: [0, 1, 3, 2] } },
    weights: [5, 4, 3, 3],
    steps: { pads: [0, 1, 3, 2] },
  },
  {
    title: "Conv with auto_pad VALID",
    node: { string: { auto_pad: "VALID" } },
    weights: [5, 4, 3, 3],
  },
  {
    title: "Conv with auto_pad NOTSET",
    node: { string: { auto_pad: "NOTSET" }, ints: { pads: [1, 1, 1, 1] } },
    weights: [5, 4, 3, 3],
    steps: { pads: [1, 1, 1, 1] },
  },
  {
    title: "Conv with auto_pad SAME_UPPER", // 9 x 8 pixels: 5 x 4 cells, 1 x 1 too few pixels
    node: { string: { auto_pad: "SAME_UPPER" }, ints: { strides: [2, 2] } },
    weights: [5, 4, 2, 3],
    steps: { strides: [2, 2], pads: [0, 0, 1, 1] },
  },
  {
    title: "Conv with auto_pad SAME_LOWER",
    node: { string: { auto_pad: "SAME_LOWER" }, ints: { strides: [2, 2] } },
    weights: [5, 4, 2, 3],
    steps: { strides: [2, 2], pads: [1, 1, 0, 0] },
  },
  { title: "ConvTranspose", node: {}, weights: [4, 5, 3, 3], transposed: true },
  {
    title: "ConvTranspose of strides, pads and output_padding",
    node: { ints: { strides: [2, 3], pads: [1, 0, 1, 1], output_padding: [1, 2] } },
    weights: [4, 5, 3, 3],
    steps: { strides: [2, 3], pads: [1, 0, 1, 1], outputPadding: [1, 2] },
    transposed: true,
  },
  {
    title: "a dilated ConvTranspose",
    node: { ints: { dilations: [2, 1] } },
    weights: [4, 5, 2, 3],
    steps: { dilations: [2, 1] },
    transposed: true,
  },
  {
    title: "a grouped ConvTranspose",
    node: { int: { group: 2 }, ints: { strides: [2, 2] } },
    weights: [4, 3, 2, 2],
    steps: { group: 2, strides: [2, 2] },
    transposed: true,
  },
  {
    title: "a depthwise ConvTranspose",
    node: { int: { group: 4 } },
    weights: [4, 1, 3, 3],
    steps: { group: 4 },
    transposed: true,
  },
];

for (const { title, node, weights, steps = {}, transposed = false } of cases) {
  Deno.test(`the cut model gives the maps of ${title}`, async () => {
    const w = randomTensor(random, weights, -1, 1);
    const outChannels = transposed ? weights[1]! * (steps.group ?? 1) : weights[0]!;
    const b = randomTensor(random, [outChannels], -1, 1);
    const op = transposed ? "ConvTranspose" : "Conv";
    const model: ModelText = {
      nodes: [
        { op, inputs: ["photo", "w", "b"], outputs: ["maps"], ...node },
        { op: "Relu", inputs: ["maps"], outputs: ["lit"] },
        { op: "GlobalAveragePool", inputs: ["lit"], outputs: ["mean"] },
      ],
      initializers: { w, b },
      inputs: { photo: photo.dims },
    };
    const compute = transposed ? convolveTransposed : convolve;
    const expected = compute(photo, w, { ...steps, bias: b.data });
    await assertMaps(model, photo, expected);
  });
}

async function assertMaps(model: ModelText, x: Tensor, expected: Tensor): Promise<void> {
  const bytes = encodeModel(model);
  const [captured] = await captureLayers(readModel(bytes), x);
  const [whole] = await runWhole(bytes, {
    inputs: { photo: x },
    tensors: [captured!.layer.output],
  });
  assert.deepEqual(captured!.map.data, whole!.data);
  assertClose(captured!.map, expected);
  if (captured!.after !== null) assertClose(captured!.after, mapValues(expected, relu));
  assert.equal(captured!.layer.shape!.outChannels, expected.dims[1]);
  assert.equal(captured!.layer.kernels!.dims[0], expected.dims[1]);
}

function mapValues({ data, dims }: Tensor, change: (value: number) => number): Tensor {
  return { data: data.map(change), dims };
}

function relu(value: number): number {
  return Math.max(0, value);
}

for (const [title, sizes, kernel] of [["1-D", [72], [5]], ["3-D", [3, 4, 6], [2, 3, 3]]] as const) {
  Deno.test(`the cut model gives the maps of a ${title} Conv`, async () => {
    const shape = [1, 4, ...sizes];
    const w = randomTensor(random, [5, 4, ...kernel], -1, 1);
    const model: ModelText = {
      nodes: [
        { op: "Reshape", inputs: ["photo", "shape"], outputs: ["signal"] },
        { op: "Conv", inputs: ["signal", "w"], outputs: ["maps"] },
      ],
      initializers: { w, shape: store("int64", [shape.length], shape) },
      inputs: { photo: photo.dims },
    };
    await assertMaps(model, photo, convolve({ data: photo.data, dims: shape }, w));
  });
}

const levels = randomLevels([1, 4, 9, 8], 0, 255);

function randomLevels(dims: readonly number[], low: number, high: number): Tensor {
  return mapValues(
    randomTensor(random, dims),
    (value) => low + Math.floor(value * (high - low + 1)),
  );
}

for (const [title, zeros] of [["one zero point", [3]], ["no zero point", []]] as const) {
  Deno.test(`the cut model gives the maps of a ConvInteger with ${title}`, async () => {
    const w = randomLevels([5, 4, 3, 3], 0, 9);
    const model: ModelText = {
      nodes: [{
        op: "ConvInteger",
        inputs: ["photo", "w", "x_zero", ...zeros.map(() => "w_zero")],
        outputs: ["maps"],
      }],
      initializers: {
        w: store("uint8", w.dims, w.data),
        x_zero: store("uint8", [], [128]),
        w_zero: store("uint8", zeros.length === 1 ? [] : [zeros.length], zeros),
      },
      inputs: { photo: { type: "uint8", dims: photo.dims } },
    };
    const bytes = encodeModel(model);
    const [captured] = await captureLayers(readModel(bytes), levels);
    const inputs = { photo: { ...levels, type: "uint8" as const } };
    const [whole] = await runWhole(bytes, { inputs, tensors: ["maps"] });
    assert.deepEqual(captured!.map.data, whole!.data);
    const kernels = captured!.layer.kernels!.evaluate();
    assert.deepEqual(kernels.data, w.data.map((value) => value - (zeros[0] ?? 0)));
    const centred = mapValues(levels, (value) => value - 128);
    assertClose(captured!.map, convolve(centred, kernels));
    assert.deepEqual(captured!.layer.badges, ["quantized"]);
  });
}

/** The scales and zero points of a QLinearConv. */
const X = { scale: 2 / 255, zero: 127 };
const Y = { scale: 0.05, zero: 120 };

// [title, the scale of each kernel]
const scales: readonly [string, readonly number[]][] = [
  ["per tensor", [0.02]],
  ["per channel", [0.02, 0.01, 0.005, 0.04, 0.03]],
];

for (const [title, kernelScales] of scales) {
  Deno.test(`the cut model gives the maps of a QLinearConv quantized ${title}, as real numbers`, async () => {
    const w = randomLevels([5, 4, 3, 3], -127, 127);
    const perKernel = kernelScales.length === 1 ? [] : [kernelScales.length];
    // Shifted by 128 they are the same weights; of uint8 and uint8 every processor adds exactly.
    const encode = (type: "int8" | "uint8", shift: number) =>
      encodeModel({
        nodes: [
          { op: "QuantizeLinear", inputs: ["photo", "x_scale", "x_zero"], outputs: ["x"] },
          {
            op: "QLinearConv",
            inputs: ["x", "x_scale", "x_zero", "w", "w_scale", "w_zero", "y_scale", "y_zero"],
            outputs: ["maps"],
          },
        ],
        initializers: {
          x_scale: store("float32", [], [X.scale]),
          x_zero: store("uint8", [], [X.zero]),
          w: store(type, w.dims, w.data.map((value) => value + shift)),
          w_scale: store("float32", perKernel, kernelScales),
          w_zero: store(type, perKernel, kernelScales.map(() => shift)),
          y_scale: store("float32", [], [Y.scale]),
          y_zero: store("uint8", [], [Y.zero]),
        },
        inputs: { photo: photo.dims },
      });
    const [captured] = await captureLayers(readModel(encode("int8", 0)), photo);
    const [whole] = await runWhole(encode("uint8", 128), { inputs: { photo }, tensors: ["maps"] });
    assertClose(captured!.map, mapValues(whole!, (value) => (value - Y.zero) * Y.scale), 1e-6);
    const kernels = captured!.layer.kernels!.evaluate();
    const scaleOf = (i: number) => kernelScales[Math.floor(i / 36) % kernelScales.length]!;
    assertClose(
      kernels,
      { dims: w.dims, data: w.data.map((value, i) => value * scaleOf(i)) },
      1e-6,
    );
    const seen = mapValues(
      photo,
      (value) => (Math.round(value / X.scale + X.zero) - X.zero) * X.scale,
    );
    const expected = mapValues(
      convolve(seen, kernels),
      (value) =>
        (Math.min(255, Math.max(0, Math.round(value / Y.scale) + Y.zero)) - Y.zero) * Y.scale,
    );
    assertClose(captured!.map, expected, 1.01 / 255); // the last step may round the other way
    assert.deepEqual(captured!.layer.badges, ["quantized"]);
  });
}

// [what the weights are, their zero point], beside uint8 maps
const wide: readonly [string, readonly number[]][] = [
  ["with a zero point", [5]],
  ["without a zero point", []],
];

for (const [title, zeros] of wide) {
  Deno.test(`the cut model adds all products of int8 weights ${title}, however large`, async () => {
    const w = randomLevels([5, 4, 3, 3], -128, 127);
    const bytes = encodeModel({
      nodes: [{
        op: "ConvInteger",
        inputs: ["photo", "w", "x_zero", ...zeros.map(() => "w_zero")],
        outputs: ["maps"],
      }],
      initializers: {
        w: store("int8", w.dims, w.data),
        x_zero: store("uint8", [], [0]),
        ...(zeros.length === 1 && { w_zero: store("int8", [], zeros) }),
      },
      inputs: { photo: { type: "uint8", dims: photo.dims } },
    });
    const bright = mapValues(levels, (value) => 128 + value / 2 | 0);
    const [captured] = await captureLayers(readModel(bytes), bright);
    const kernels = mapValues(w, (value) => value - (zeros[0] ?? 0));
    assert.deepEqual(captured!.map.data, convolve(bright, kernels).data);
  });
}

Deno.test("the cut model leaves int8 weights beside int8 maps as they are", async () => {
  const w = randomLevels([5, 4, 3, 3], -127, 127);
  const bytes = encodeModel({
    nodes: [
      { op: "QuantizeLinear", inputs: ["photo", "x_scale", "zero"], outputs: ["x"] },
      {
        op: "QLinearConv",
        inputs: ["x", "x_scale", "zero", "w", "w_scale", "zero", "y_scale", "zero"],
        outputs: ["maps"],
      },
    ],
    initializers: {
      x_scale: store("float32", [], [1 / 127]),
      w: store("int8", w.dims, w.data),
      w_scale: store("float32", [], [0.02]),
      zero: store("int8", [], [0]),
      y_scale: store("float32", [], [0.06]),
    },
    inputs: { photo: photo.dims },
  });
  const [captured] = await captureLayers(readModel(bytes), photo);
  const seen = mapValues(photo, (value) => Math.round(value * 127) / 127);
  const expected = mapValues(
    convolve(seen, captured!.layer.kernels!.evaluate()),
    (value) => Math.min(127, Math.max(-128, Math.round(value / 0.06))) * 0.06,
  );
  assertClose(captured!.map, expected, 1.01 / 255);
});

Deno.test("the cut model gives the maps of a DeformConv: each cell reads what its offsets say", async () => {
  const w = randomTensor(random, [5, 4, 3, 3], -1, 1);
  const b = randomTensor(random, [5], -1, 1);
  // One pixel down for each of the nine weights, none to the side; half of what is there.
  const offsets = { data: new Float32Array(18 * 7 * 6), dims: [1, 18, 7, 6] };
  offsets.data.forEach((_, i) => offsets.data[i] = 1 - Math.floor(i / 42) % 2);
  const mask = { data: new Float32Array(9 * 7 * 6).fill(0.5), dims: [1, 9, 7, 6] };
  const model = readModel(encodeModel({
    nodes: [{ op: "DeformConv", inputs: ["photo", "w", "o", "b", "m"], outputs: ["maps"] }],
    initializers: { w, b, o: offsets, m: mask },
    inputs: { photo: photo.dims },
    opset: 19,
    irVersion: 9,
  }));
  const [captured] = await captureLayers(model, photo);
  const down = {
    dims: photo.dims, // 9 rows of 8 pixels, the last of 0
    data: photo.data.map((_, i) => Math.floor(i / 8) % 9 === 8 ? 0 : photo.data[i + 8]! / 2),
  };
  assertClose(captured!.map, convolve(down, w, { bias: b.data }), 1e-5);
  assert.deepEqual(captured!.layer.kernels!.evaluate().data, w.data);
  assert.deepEqual(captured!.layer.bias!.evaluate!().data, b.data);
  assert.equal(captured!.layer.summing, null);
});
