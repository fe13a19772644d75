import { onnxRuntime } from "../../../src/host/session.ts";
import { numberDataType } from "../../../src/onnx/wire/proto.ts";
import type { Tensor } from "../../../src/tensor/tensor.ts";
import { encodeModel, type NodeText } from "./onnx_model.ts";
import { store, type TensorText } from "./onnx_tensor.ts";

/** The sizes of the maps that examples read: as many channels as rows, which may be swapped. */
export const MAP_DIMS: readonly number[] = [2, 8, 8, 6];

/** How an operator is run by itself, on maps that are called x and z; most take x alone. */
interface Example extends Partial<Omit<NodeText, "op" | "inputs">> {
  readonly inputs?: string;
  readonly constants?: Readonly<Record<string, TensorText>>;
  /** The type that the maps are brought to before. */
  readonly type?: "uint8" | "bool" | "float32";
  readonly opset?: number;
}

/** An operator that is ready to run. */
export interface RunningOperator {
  /** The names of the maps that its node reads; the empty name stands for a parameter. */
  readonly inputs: readonly string[];
  run(maps: Readonly<Record<string, Tensor>>): Promise<Tensor>;
  close(): Promise<void>;
}

const MAPS = ["x", "z"];

const STEPS = {
  zero: store("float32", [], [0]),
  step: store("float32", [], [0.04]),
  middle: store("uint8", [], [128]),
};

const MICROSOFT = { domain: "com.microsoft" };
const PAIR = { inputs: "x z" };
const BOOLEAN = { inputs: "x z", type: "bool" } as const;
const QUANTIZED: Example = {
  ...MICROSOFT,
  type: "uint8",
  constants: { s: STEPS.step, wide: store("float32", [], [0.2]), o: STEPS.middle },
};
const CHANNELS = MAP_DIMS[1]!;
const PER_CHANNEL = {
  gain: store("float32", [CHANNELS], [1, 2, 0.5, -1, 3, 1.5, -2, 1]),
  shift: store("float32", [CHANNELS], [0, 1, -1, 2, 0.5, 0, 1, -2]),
  spread: store("float32", [CHANNELS], [1, 2, 0.5, 1, 4, 1, 2, 1]),
};
const POOL: Example = { ints: { kernel_shape: [2, 2], strides: [2, 2] } };
const NORM: Example = { inputs: "x gain shift", constants: PER_CHANNEL };
const REDUCTION: Example = { ints: { axes: [1] }, int: { keepdims: 0 } };

function list(...values: readonly number[]): TensorText {
  return store("int64", [values.length], values);
}

// Those that take more than maps x, or that other versions of ONNX have.
const EXAMPLES: Readonly<Record<string, Example>> = {
  Add: PAIR,
  Affine: { float: { alpha: 1.5, beta: 0.5 } },
  And: BOOLEAN,
  AveragePool: POOL,
  BatchNormalization: { inputs: "x gain shift shift spread", constants: PER_CHANNEL },
  BiasGelu: {
    ...MICROSOFT,
    inputs: "x bias",
    constants: { bias: store("float32", [6], Array(6).fill(0.5)) },
  },
  BitShift: {
    inputs: "x one",
    type: "uint8",
    string: { direction: "LEFT" },
    constants: { one: store("uint8", [], [1]) },
  },
  Cast: { int: { to: numberDataType("float16") } },
  CastLike: { inputs: "x like", constants: { like: store("float16", [], [0]) } },
  Clip: {
    inputs: "x least most",
    constants: { least: store("float32", [], [-1]), most: store("float32", [], [1]) },
  },
  Concat: { inputs: "x z", int: { axis: 1 } },
  Crop: { ints: { border: [1, 1, 1, 1] }, opset: 6 },
  DepthToSpace: { int: { blocksize: 2 } },
  DequantizeLinear: { ...QUANTIZED, domain: "", inputs: "x s o" },
  Div: { inputs: "x z" },
  Equal: BOOLEAN,
  Expand: { inputs: "x to", constants: { to: list(3, ...MAP_DIMS) } },
  FastGelu: MICROSOFT,
  Gelu: { opset: 20 },
  Greater: PAIR,
  GreaterOrEqual: PAIR,
  GroupNormalization: { ...NORM, int: { num_groups: 2 }, opset: 21 },
  ImageScaler: { float: { scale: 2 }, floats: { bias: [0, 1, -1, 2, 0.5, 0, 1, -2] }, opset: 6 },
  InstanceNormalization: NORM,
  LRN: { int: { size: 5 }, float: { alpha: 0.5 } },
  LayerNormalization: {
    inputs: "x whole",
    int: { axis: 1 },
    constants: { whole: store("float32", MAP_DIMS.slice(1), Array(384).fill(1)) },
  },
  Less: PAIR,
  LessOrEqual: PAIR,
  LogSoftmax: { int: { axis: 1 } },
  LpNormalization: { int: { axis: 1, p: 2 } },
  LpPool: POOL,
  MatMul: {
    inputs: "x square",
    constants: {
      square: store("float32", [6, 6], Array.from({ length: 36 }, (_, i) => i * 7 % 11 - 5)),
    },
  },
  Max: PAIR,
  MaxPool: POOL,
  Mean: PAIR,
  MeanVarianceNormalization: { ints: { axes: [0, 1, 2, 3] } },
  Min: PAIR,
  Mish: { opset: 18 },
  Mod: { inputs: "x z", int: { fmod: 1 } },
  Mul: PAIR,
  Not: { type: "bool" },
  Or: BOOLEAN,
  PRelu: { inputs: "x slope", constants: { slope: store("float32", [], [0.2]) } },
  Pad: {
    inputs: "x pads",
    string: { mode: "edge" },
    constants: { pads: list(0, 0, 1, 2, 0, 0, 2, 1) },
  },
  ParametricSoftplus: { opset: 6 },
  Pow: { inputs: "x two", constants: { two: store("float32", [], [2]) } },
  QLinearAdd: { ...QUANTIZED, inputs: "x s o z s o wide o" },
  QLinearAveragePool: { ...QUANTIZED, ...POOL, inputs: "x s o s o" },
  QLinearGlobalAveragePool: { ...QUANTIZED, inputs: "x s o s o" },
  QLinearLeakyRelu: { ...QUANTIZED, inputs: "x s o s o" },
  QLinearMul: { ...QUANTIZED, inputs: "x s o z s o wide o" },
  QLinearSigmoid: { ...QUANTIZED, inputs: "x s o s o" },
  QuantizeLinear: { ...QUANTIZED, type: "float32", domain: "", inputs: "x s o" },
  QuickGelu: MICROSOFT,
  ReduceSum: { inputs: "x axes", int: { keepdims: 0 }, constants: { axes: list(1) } },
  Reshape: { inputs: "x to", constants: { to: list(2, 64, 6) } },
  Resize: { inputs: "x  scales", constants: { scales: store("float32", [4], [1, 1, 2, 1.5]) } },
  ScaledTanh: { float: { alpha: 1.5, beta: 0.5 }, opset: 6 },
  Shrink: { float: { bias: 0.5, lambd: 0.5 } },
  Slice: { inputs: "x from to axes", constants: { from: list(2), to: list(6), axes: list(1) } },
  Softmax: { int: { axis: 1 } },
  SpaceToDepth: { int: { blocksize: 2 } },
  Split: { outputs: ["y", "y2"], int: { axis: 1 } },
  Squeeze: { inputs: "x axes", constants: { axes: list(0) } },
  Sub: PAIR,
  Sum: PAIR,
  Swish: { opset: 24 },
  Transpose: { ints: { perm: [0, 2, 3, 1] } },
  Unsqueeze: { inputs: "x axes", constants: { axes: list(0) } },
  Upsample: {
    inputs: "x scales",
    opset: 9,
    constants: { scales: store("float32", [4], [1, 1, 2, 3]) },
  },
  Where: { inputs: "chosen x z", constants: { chosen: store("bool", [6], [1, 0, 0, 1, 1, 0]) } },
  Xor: BOOLEAN,
};

/** Readies an operator; null where onnxruntime has none of its name. */
export async function openOperator(op: string): Promise<RunningOperator | null> {
  const example = EXAMPLES[op] ?? (op.startsWith("Reduce") ? REDUCTION : {});
  const { inputs = "x", constants = {}, type = "float32", opset = 17, ...rest } = example;
  const named = inputs.split(" ");
  const read = MAPS.filter((name) => named.includes(name));
  const bytes = encodeModel({
    opset,
    domains: { "com.microsoft": 1 },
    inputs: Object.fromEntries(read.map((name) => [name, MAP_DIMS])),
    initializers: { ...STEPS, ...constants },
    nodes: [
      ...read.map((name) => bring(name, type)),
      {
        outputs: ["y"],
        ...rest,
        op,
        inputs: named.map((name) => read.includes(name) ? `${name}/${type}` : name),
      },
      { op: "Cast", inputs: ["y"], outputs: ["out"], int: { to: numberDataType("float32") } },
    ],
  });
  const submodel = { bytes, externalData: [], inputs: [], outputs: ["out"] };
  const session = await onnxRuntime.open(submodel).catch(() => null);
  return session && {
    inputs: named.map((name) => read.includes(name) ? name : ""),
    run: async (maps) =>
      (await session.run(new Map(read.map((name) => [name, maps[name]!])))).get("out")!,
    close: () => session.close(),
  };
}

// Truth values tell which numbers are above 0.
function bring(name: string, type: NonNullable<Example["type"]>): NodeText {
  const outputs = [`${name}/${type}`];
  switch (type) {
    case "bool":
      return { op: "Greater", inputs: [name, "zero"], outputs };
    case "uint8":
      return { op: "QuantizeLinear", inputs: [name, "step", "middle"], outputs };
    case "float32":
      return { op: "Identity", inputs: [name], outputs };
  }
}
