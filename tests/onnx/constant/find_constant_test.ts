import assert from "node:assert/strict";
import { findConstant } from "../../../src/onnx/constant/find_constant.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import { DATA_TYPES, type DataType, TENSOR } from "../../../src/onnx/wire/proto.ts";
import { countElements, type Tensor } from "../../../src/tensor/tensor.ts";
import { assertClose } from "../../support/close.ts";
import { convolve } from "../../support/convolve.ts";
import { encodeModel, type InputText, type NodeText } from "../../support/model/onnx_model.ts";
import {
  store,
  storeFloats,
  storeNibbles,
  storeRaw,
  storeVarints,
  type TensorText,
  toBfloat16,
} from "../../support/model/onnx_tensor.ts";
import { createRandom } from "../../support/random.ts";
import { captureLayers, runWhole } from "../../support/model/run_model.ts";
import { randomTensor } from "../../support/tensors.ts";

// Kernels in every form that files store them in: the values that are found, and the maps.

const random = createRandom(11);
const photo = randomTensor(random, [1, 3, 7, 7], -1, 1);
const DIMS = [4, 3, 3, 2];
const COUNT = countElements(DIMS);
const w = randomTensor(random, DIMS, -1, 1);
const whole = Float32Array.from({ length: COUNT }, () => random.whole(-8, 7));

/** Kernels named "w", in one of the forms. */
interface Form {
  readonly title: string;
  readonly tensors: Readonly<Record<string, TensorText>>;
  readonly nodes?: readonly NodeText[];
  readonly values: ArrayLike<number>;
  readonly stored?: DataType;
  readonly quantized?: boolean;
  readonly origin?: string;
  readonly inputs?: Readonly<Record<string, InputText>>;
  readonly irVersion?: number;
  readonly opset?: number;
}

function node(op: string, inputs: readonly string[], rest: Partial<NodeText> = {}): NodeText {
  return { op, inputs, outputs: ["w"], ...rest };
}

const toFloat32 = { int: { to: DATA_TYPES.indexOf("float32") } };

const halves = Float16Array.from(w.data);
const halfBits = new Uint16Array(halves.buffer);
const briefBits = toBfloat16(w.data);
const briefValues = new Float32Array(Uint32Array.from(briefBits, (bits) => bits << 16).buffer);

const forms: readonly Form[] = [
  { title: "an initializer of raw bytes", tensors: { w }, values: w.data },
  {
    title: "an initializer in float_data",
    tensors: { w: storeFloats("float32", DIMS, w.data) },
    values: w.data,
  },
  {
    title: "a graph input with a default", // as files of IR version 3 list every initializer
    tensors: { w },
    inputs: { w: DIMS },
    irVersion: 3,
    opset: 8,
    values: w.data,
  },
  {
    title: "a Constant node",
    tensors: {},
    nodes: [node("Constant", [], { tensor: { value: w } })],
    values: w.data,
  },
  {
    title: "a Constant node of value_floats that is reshaped",
    tensors: { shape: store("int64", [4], DIMS) },
    nodes: [
      node("Constant", [], { floats: { value_floats: [...w.data] }, outputs: ["list"] }),
      node("Reshape", ["list", "shape"]),
    ],
    values: w.data,
    origin: "list",
  },
  {
    title: "Identity of an initializer",
    tensors: { own: w },
    nodes: [node("Identity", ["own"])],
    values: w.data,
    origin: "own",
  },
  {
    title: "Transpose of an initializer", // as [height, width, in, out], like TensorFlow's
    tensors: { own: { data: w.data, dims: [3, 2, 3, 4] } },
    nodes: [node("Transpose", ["own"], { ints: { perm: [3, 2, 0, 1] } })],
    values: permute(w.data),
    origin: "own",
  },
  {
    title: "Transpose without perm, which reverses the axes",
    tensors: { own: { data: w.data, dims: [2, 3, 3, 4] } },
    nodes: [node("Transpose", ["own"])],
    values: reverse(w.data),
    origin: "own",
  },
  {
    title: "Reshape of an initializer",
    tensors: { own: { data: w.data, dims: [COUNT] }, shape: store("int64", [4], [4, 3, -1, 2]) },
    nodes: [node("Reshape", ["own", "shape"])],
    values: w.data,
    origin: "own",
  },
  {
    title: "Reshape by a shape that a Constant node gives", // as CNTK writes it
    tensors: { own: { data: w.data, dims: [4, 18] } },
    nodes: [
      node("Constant", [], { ints: { value_ints: [0, 3, 3, 2] }, outputs: ["shape"] }),
      node("Reshape", ["own", "shape"]),
    ],
    values: w.data,
    origin: "own",
  },
  {
    title: "Squeeze of an initializer",
    tensors: {
      own: { data: w.data, dims: [1, 4, 3, 1, 3, 2] },
      axes: store("int64", [2], [0, -3]),
    },
    nodes: [node("Squeeze", ["own", "axes"])],
    values: w.data,
    origin: "own",
  },
  {
    title: "Squeeze by an attribute",
    tensors: { own: { data: w.data, dims: [1, 4, 3, 3, 2] } },
    nodes: [node("Squeeze", ["own"], { ints: { axes: [0] } })],
    opset: 11,
    values: w.data,
    origin: "own",
  },
  {
    title: "Unsqueeze of an initializer",
    tensors: { own: { data: w.data, dims: [4, 3, 6] }, axes: store("int64", [1], [2]) },
    nodes: [
      node("Constant", [], { ints: { value_ints: DIMS }, outputs: ["shape"] }),
      node("Unsqueeze", ["own", "axes"], { outputs: ["long"] }),
      node("Reshape", ["long", "shape"]),
    ],
    values: w.data,
    origin: "own",
  },
  {
    title: "Cast of float64",
    tensors: { own: store("float64", DIMS, w.data) },
    nodes: [node("Cast", ["own"], toFloat32)],
    values: w.data,
    stored: "float64",
    origin: "own",
  },
  {
    title: "Cast of float64 in double_data",
    tensors: { own: storeFloats("float64", DIMS, w.data) },
    nodes: [node("Cast", ["own"], toFloat32)],
    values: w.data,
    stored: "float64",
    origin: "own",
  },
  {
    title: "Cast of float16 in raw_data",
    tensors: { own: store("float16", DIMS, w.data) },
    nodes: [node("Cast", ["own"], toFloat32)],
    values: halves,
    stored: "float16",
    origin: "own",
  },
  {
    title: "Cast of float16 in int32_data",
    tensors: { own: storeVarints("float16", DIMS, { no: TENSOR.int32Data, values: halfBits }) },
    nodes: [node("Cast", ["own"], toFloat32)],
    values: halves,
    stored: "float16",
    origin: "own",
  },
  {
    title: "Cast of bfloat16",
    tensors: { own: store("bfloat16", DIMS, w.data) },
    nodes: [node("Cast", ["own"], toFloat32)],
    values: briefValues,
    stored: "bfloat16",
    origin: "own",
  },
  {
    title: "Cast of bfloat16 in int32_data",
    tensors: { own: storeVarints("bfloat16", DIMS, { no: TENSOR.int32Data, values: briefBits }) },
    nodes: [node("Cast", ["own"], toFloat32)],
    values: briefValues,
    stored: "bfloat16",
    origin: "own",
  },
  ...(["int8", "int16", "int32", "int64"] as const).map((type): Form => ({
    title: `Cast of ${type}`,
    tensors: { own: store(type, DIMS, whole) },
    nodes: [node("Cast", ["own"], toFloat32)],
    values: whole,
    stored: type,
    origin: "own",
  })),
  ...([["int8", true], ["int32", true], ["int8", false]] as const).map(([type, packed]): Form => ({
    title: `Cast of ${type} in int32_data, ${packed ? "packed" : "one by one"}`,
    tensors: { own: storeVarints(type, DIMS, { no: TENSOR.int32Data, values: whole, packed }) },
    nodes: [node("Cast", ["own"], toFloat32)],
    values: whole,
    stored: type,
    origin: "own",
  })),
  {
    title: "Cast of int64 in int64_data",
    tensors: { own: storeVarints("int64", DIMS, { no: TENSOR.int64Data, values: whole }) },
    nodes: [node("Cast", ["own"], toFloat32)],
    values: whole,
    stored: "int64",
    origin: "own",
  },
  {
    title: "Cast of uint32 in uint64_data",
    tensors: {
      own: storeVarints("uint32", DIMS, { no: TENSOR.uint64Data, values: whole.map(Math.abs) }),
    },
    nodes: [node("Cast", ["own"], toFloat32)],
    values: whole.map(Math.abs),
    stored: "uint32",
    origin: "own",
  },
  {
    title: "Cast of float8e4m3fn", // 0x38 is 1, 0xB4 is -0.75
    tensors: { own: storeRaw("float8e4m3fn", DIMS, Uint8Array.from(alternate(0x38, 0xb4))) },
    nodes: [node("Cast", ["own"], toFloat32)],
    values: alternate(1, -0.75),
    stored: "float8e4m3fn",
    origin: "own",
    opset: 19,
    irVersion: 9,
  },
  {
    title: "Mul and Add of an initializer and a number for each kernel", // a folded BatchNorm
    tensors: {
      own: w,
      scale: { data: Float32Array.of(1, 2, 3, 4), dims: [4, 1, 1, 1] },
      shift: { data: Float32Array.of(0.5), dims: [] },
    },
    nodes: [
      node("Mul", ["own", "scale"], { outputs: ["scaled"] }),
      node("Add", ["scaled", "shift"]),
    ],
    values: w.data.map((value, i) => value * (Math.floor(i / 18) + 1) + 0.5),
    origin: "own",
  },
  {
    title: "Sub and Div, as weights of zero mean and unit length are made",
    tensors: { own: w, mean: store("float32", [1], [0.25]), length: store("float32", [1], [4]) },
    nodes: [
      node("Sub", ["own", "mean"], { outputs: ["centred"] }),
      node("Div", ["centred", "length"]),
    ],
    values: w.data.map((value) => (value - 0.25) / 4),
    origin: "own",
  },
  {
    title: "DequantizeLinear per tensor",
    tensors: {
      own: store("int8", DIMS, whole),
      scale: store("float32", [], [0.5]),
      zero: store("int8", [], [2]),
    },
    nodes: [node("DequantizeLinear", ["own", "scale", "zero"])],
    values: whole.map((value) => (value - 2) * 0.5),
    stored: "int8",
    quantized: true,
    origin: "own",
  },
  {
    title: "DequantizeLinear without a zero point",
    tensors: { own: store("uint8", DIMS, whole.map(Math.abs)), scale: store("float32", [], [0.5]) },
    nodes: [node("DequantizeLinear", ["own", "scale"])],
    values: whole.map((value) => Math.abs(value) * 0.5),
    stored: "uint8",
    quantized: true,
    origin: "own",
  },
  {
    title: "DequantizeLinear per kernel",
    tensors: {
      own: store("int8", DIMS, whole),
      scale: store("float32", [4], [1, 2, 3, 4]),
      zero: store("int8", [4], [0, 1, 2, 3]),
    },
    nodes: [node("DequantizeLinear", ["own", "scale", "zero"], { int: { axis: 0 } })],
    values: whole.map((value, i) => (value - kernelOf(i)) * (kernelOf(i) + 1)),
    stored: "int8",
    quantized: true,
    origin: "own",
  },
  {
    title: "DequantizeLinear along axis 1, the default, of uint8",
    tensors: {
      own: store("uint8", DIMS, whole.map(Math.abs)),
      scale: store("float32", [3], [1, 2, 3]),
    },
    nodes: [node("DequantizeLinear", ["own", "scale"])],
    values: whole.map((value, i) => Math.abs(value) * (channelOf(i) + 1)),
    stored: "uint8",
    quantized: true,
    origin: "own",
  },
  {
    title: "DequantizeLinear along axis -3",
    tensors: { own: store("int8", DIMS, whole), scale: store("float32", [3], [1, 2, 3]) },
    nodes: [node("DequantizeLinear", ["own", "scale"], { int: { axis: -3 } })],
    values: whole.map((value, i) => value * (channelOf(i) + 1)),
    stored: "int8",
    quantized: true,
    origin: "own",
  },
  {
    title: "DequantizeLinear of blocks of two along axis 0, of int4",
    tensors: {
      own: storeNibbles("int4", DIMS, [...whole]),
      scale: { data: Float32Array.from({ length: 36 }, (_, i) => i + 1), dims: [2, 3, 3, 2] },
    },
    nodes: [node("DequantizeLinear", ["own", "scale"], { int: { axis: 0, block_size: 2 } })],
    values: whole.map((value, i) => value * (Math.floor(i / 36) * 18 + i % 18 + 1)),
    stored: "int4",
    quantized: true,
    origin: "own",
    opset: 21,
    irVersion: 10,
  },
  {
    title: "DequantizeLinear of uint4 with a zero point",
    tensors: {
      own: storeNibbles("uint4", DIMS, [...whole].map((value) => value + 8)),
      scale: store("float32", [], [0.5]),
      zero: storeNibbles("uint4", [], [8]),
    },
    nodes: [node("DequantizeLinear", ["own", "scale", "zero"])],
    values: whole.map((value) => value * 0.5),
    stored: "uint4",
    quantized: true,
    origin: "own",
    opset: 21,
    irVersion: 10,
  },
  {
    title: "DequantizeLinear of int4 in int32_data, two in an entry",
    tensors: {
      own: storeVarints("int4", DIMS, { no: TENSOR.int32Data, values: pairUp(whole) }),
      scale: store("float32", [], [0.5]),
    },
    nodes: [node("DequantizeLinear", ["own", "scale"])],
    values: whole.map((value) => value * 0.5),
    stored: "int4",
    quantized: true,
    origin: "own",
    opset: 21,
    irVersion: 10,
  },
  {
    title: "DequantizeLinear of float8e5m2", // 0x3C is 1, 0xBE is -1.5
    tensors: {
      own: storeRaw("float8e5m2", DIMS, Uint8Array.from(alternate(0x3c, 0xbe))),
      scale: store("float32", [], [2]),
    },
    nodes: [node("DequantizeLinear", ["own", "scale"])],
    values: alternate(2, -3),
    stored: "float8e5m2",
    quantized: true,
    origin: "own",
    opset: 19,
    irVersion: 9,
  },
  {
    title: "Transpose of DequantizeLinear of Identity",
    tensors: {
      own: store("int8", [3, 2, 3, 4], whole),
      scale: store("float32", [4], [1, 2, 3, 4]),
    },
    nodes: [
      node("Identity", ["own"], { outputs: ["same"] }),
      node("DequantizeLinear", ["same", "scale"], { int: { axis: 3 }, outputs: ["real"] }),
      node("Transpose", ["real"], { ints: { perm: [3, 2, 0, 1] } }),
    ],
    values: permute(whole.map((value, i) => value * (i % 4 + 1))),
    stored: "int8",
    quantized: true,
    origin: "own",
  },
];

function kernelOf(i: number): number {
  return Math.floor(i / 18);
}

function channelOf(i: number): number {
  return Math.floor(i / 6) % 3;
}

// [3, 2, 3, 4] to [4, 3, 3, 2] by the axes 3, 2, 0, 1.
function permute(from: Float32Array): Float32Array {
  const to = new Float32Array(COUNT);
  let i = 0;
  for (let a = 0; a < 3; a++) {
    for (let b = 0; b < 2; b++) {
      for (let c = 0; c < 3; c++) {
        for (let d = 0; d < 4; d++) to[((d * 3 + c) * 3 + a) * 2 + b] = from[i++]!;
      }
    }
  }
  return to;
}

// [2, 3, 3, 4] to [4, 3, 3, 2].
function reverse(from: Float32Array): Float32Array {
  const to = new Float32Array(COUNT);
  let i = 0;
  for (let a = 0; a < 2; a++) {
    for (let b = 0; b < 3; b++) {
      for (let c = 0; c < 3; c++) {
        for (let d = 0; d < 4; d++) to[((d * 3 + c) * 3 + b) * 2 + a] = from[i++]!;
      }
    }
  }
  return to;
}

function alternate(even: number, odd: number): number[] {
  return Array.from({ length: COUNT }, (_, i) => i % 2 === 0 ? even : odd);
}

function pairUp(values: Float32Array): number[] {
  return Array.from(
    { length: values.length / 2 },
    (_, i) => values[2 * i]! & 15 | (values[2 * i + 1]! & 15) << 4,
  );
}

for (const form of forms) {
  Deno.test(`findConstant() finds kernels stored as ${form.title}`, async () => {
    const { tensors, nodes = [], inputs = {}, values, irVersion = 8, opset = 17 } = form;
    const bytes = encodeModel({
      nodes: [...nodes, { op: "Conv", inputs: ["photo", "w"], outputs: ["maps"] }],
      initializers: tensors,
      inputs: { photo: photo.dims, ...inputs },
      irVersion,
      opset,
    });
    const expected: Tensor = { data: Float32Array.from(values), dims: DIMS };
    const model = readModel(bytes);
    const { evaluate, ...constant } = findConstant(model, "w")!;
    const { stored = "float32", quantized = false, origin = "w" } = form;
    assert.deepEqual(pick(constant), { dims: DIMS, stored, quantized, origin });
    assertClose(evaluate(), expected, 1e-7);
    const [captured] = await captureLayers(model, photo);
    const [map] = await runWhole(bytes, { inputs: { photo }, tensors: ["maps"] });
    assert.deepEqual(captured!.map.data, map!.data);
    assertClose(captured!.map, convolve(photo, expected));
    assert.deepEqual(captured!.layer.kernels!.evaluate(), evaluate());
  });
}

function pick(
  { dims, stored, quantized, origin }: Omit<
    NonNullable<ReturnType<typeof findConstant>>,
    "evaluate"
  >,
): unknown {
  return { dims, stored, quantized, origin };
}
