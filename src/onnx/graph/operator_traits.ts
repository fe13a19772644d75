import type { Node } from "../wire/node.ts";

/** What an operator does with the maps that it reads, [samples, channels, …space]. */
export interface OperatorTraits {
  /** Which of its inputs hold maps; the others are parameters. */
  readonly operands: "all" | readonly number[];
  /** Whether each cell comes from the cells in its place alone, one of every operand. */
  readonly cellByCell: boolean;
  /** Whether map j comes from map j: from it alone, or scaled by what others have there too. */
  readonly channels: "kept" | "scaled" | null;
  /** Whether every cell keeps its place, or the axes keep their order and cells move along them. */
  readonly space: "kept" | "moved" | null;
  /**
   * What becomes of the numbers: all of them as they were, in another type, times a factor and
   * plus a number, cut off at bounds, bent by an activation, or told true from false.
   */
  readonly values: "same" | "rounded" | "scaled" | "clipped" | "activated" | "truth" | null;
  /** What it pools: the cells of a window that slides, or all of a map. */
  readonly pool: "window" | "map" | null;
  /** Whether it takes the axis behind the samples for channels, which other axes are not. */
  readonly channelwise: boolean;
  /** Whether it writes whole numbers with a scale of their own. */
  readonly quantized: boolean;
  /** Whether it writes a single number for all along some axes. */
  readonly reducing: boolean;
  /** Whether its result is still a whole constant: no part of it, and not several put together. */
  readonly whole: boolean;
  /** Whether it throws dice. */
  readonly random: boolean;
  /** Whether its other inputs are the weights and the state of a recurrent layer. */
  readonly recurrent: boolean;
}

const NONE: OperatorTraits = {
  operands: [0],
  cellByCell: false,
  channels: null,
  space: null,
  values: null,
  pool: null,
  channelwise: false,
  quantized: false,
  reducing: false,
  whole: false,
  random: false,
  recurrent: false,
};

const CELLWISE: OperatorTraits = {
  ...NONE,
  cellByCell: true,
  channels: "kept",
  space: "kept",
  whole: true,
};
const SAME: OperatorTraits = { ...CELLWISE, values: "same" };
const ROUNDING: OperatorTraits = { ...CELLWISE, values: "rounded" };
const SCALING: OperatorTraits = { ...CELLWISE, values: "scaled" };
const ACTIVATION: OperatorTraits = { ...CELLWISE, values: "activated" };
const TEST: OperatorTraits = { ...CELLWISE, values: "truth" };
const JOINING: OperatorTraits = { ...CELLWISE, operands: "all" };
const COMPARISON: OperatorTraits = { ...JOINING, values: "truth" };
// Both operands stand before their scales and zero points.
const QUANTIZED_PAIR: OperatorTraits = { ...SCALING, operands: [0, 3], quantized: true };
const NORMALIZATION: OperatorTraits = { ...NONE, channels: "scaled", space: "kept" };
const MOVING: OperatorTraits = { ...NONE, channels: "kept", space: "moved" };
const WINDOW_POOL: OperatorTraits = { ...MOVING, pool: "window", channelwise: true };
const MAP_POOL: OperatorTraits = { ...WINDOW_POOL, pool: "map" };
const REDUCTION: OperatorTraits = { ...NONE, reducing: true, whole: true };
const RESIZING: OperatorTraits = { ...MOVING, values: "same" };
const PART: OperatorTraits = { ...NONE, space: "moved", values: "same" };
const RESHAPING: OperatorTraits = { ...NONE, values: "same", whole: true };
const BLOCKS: OperatorTraits = { ...NONE, values: "same", channelwise: true };
const RANDOM: OperatorTraits = { ...NONE, random: true };
const RECURRENT: OperatorTraits = { ...NONE, recurrent: true };
const WHOLE: OperatorTraits = { ...NONE, whole: true };

/**
 * The operators that a question is asked of, of ONNX's own domain and onnxruntime's. One that is
 * not listed has no trait; those that convolve have a table of their own.
 */
const TRAITS: ReadonlyMap<string, OperatorTraits> = new Map(Object.entries(
  {
    Identity: SAME,
    Dropout: { ...SAME, random: true },
    Cast: ROUNDING,
    CastLike: ROUNDING,
    QuantizeLinear: { ...ROUNDING, quantized: true },
    DequantizeLinear: ROUNDING,

    Affine: SCALING,
    BatchNormalization: { ...SCALING, channelwise: true },
    ImageScaler: { ...SCALING, channelwise: true },
    Neg: SCALING,

    Celu: ACTIVATION,
    Clip: { ...ACTIVATION, values: "clipped" },
    Elu: ACTIVATION,
    FastGelu: ACTIVATION,
    Gelu: ACTIVATION,
    HardSigmoid: ACTIVATION,
    HardSwish: ACTIVATION,
    LeakyRelu: ACTIVATION,
    Mish: ACTIVATION,
    ParametricSoftplus: ACTIVATION,
    QLinearLeakyRelu: { ...ACTIVATION, quantized: true },
    QLinearSigmoid: { ...ACTIVATION, quantized: true },
    QuickGelu: ACTIVATION,
    Relu: ACTIVATION,
    ScaledTanh: ACTIVATION,
    Selu: ACTIVATION,
    Shrink: ACTIVATION,
    Sigmoid: ACTIVATION,
    Softplus: ACTIVATION,
    Softsign: ACTIVATION,
    Swish: ACTIVATION,
    Tanh: ACTIVATION,
    ThresholdedRelu: ACTIVATION,
    BiasGelu: { ...ACTIVATION, operands: "all" },
    PRelu: { ...ACTIVATION, operands: "all" },

    Abs: CELLWISE,
    Ceil: CELLWISE,
    Cos: CELLWISE,
    Erf: CELLWISE,
    Exp: CELLWISE,
    Floor: CELLWISE,
    Log: CELLWISE,
    Reciprocal: CELLWISE,
    Round: CELLWISE,
    Sign: CELLWISE,
    Sin: CELLWISE,
    Sqrt: CELLWISE,
    IsInf: TEST,
    IsNaN: TEST,
    Not: TEST,

    Add: { ...JOINING, values: "scaled" },
    BiasAdd: { ...JOINING, values: "scaled" },
    Div: { ...JOINING, values: "scaled" },
    Mean: { ...JOINING, values: "scaled" },
    Mul: { ...JOINING, values: "scaled" },
    Sub: { ...JOINING, values: "scaled" },
    Sum: { ...JOINING, values: "scaled" },
    QLinearAdd: QUANTIZED_PAIR,
    QLinearMul: QUANTIZED_PAIR,
    BitShift: JOINING,
    Max: JOINING,
    Min: JOINING,
    Mod: JOINING,
    Pow: JOINING,
    Where: { ...JOINING, whole: false },
    And: COMPARISON,
    Equal: COMPARISON,
    Greater: COMPARISON,
    GreaterOrEqual: COMPARISON,
    Less: COMPARISON,
    LessOrEqual: COMPARISON,
    Or: COMPARISON,
    Xor: COMPARISON,

    GroupNormalization: { ...NORMALIZATION, channelwise: true },
    InstanceNormalization: { ...NORMALIZATION, channels: "kept", channelwise: true },
    LRN: { ...NORMALIZATION, channelwise: true },
    LayerNormalization: NORMALIZATION,
    LogSoftmax: NORMALIZATION,
    LpNormalization: { ...NORMALIZATION, whole: true },
    MeanVarianceNormalization: NORMALIZATION,
    Softmax: NORMALIZATION,

    AveragePool: WINDOW_POOL,
    LpPool: WINDOW_POOL,
    MaxPool: WINDOW_POOL,
    NhwcMaxPool: WINDOW_POOL,
    QLinearAveragePool: { ...WINDOW_POOL, quantized: true },
    GlobalAveragePool: MAP_POOL,
    GlobalLpPool: MAP_POOL,
    GlobalMaxPool: MAP_POOL,
    QLinearGlobalAveragePool: { ...MAP_POOL, quantized: true },

    ReduceL1: REDUCTION,
    ReduceL2: REDUCTION,
    ReduceLogSum: REDUCTION,
    ReduceLogSumExp: REDUCTION,
    ReduceMax: REDUCTION,
    ReduceMean: REDUCTION,
    ReduceMin: REDUCTION,
    ReduceProd: REDUCTION,
    ReduceSum: REDUCTION,
    ReduceSumSquare: REDUCTION,

    Crop: RESIZING,
    Pad: RESIZING,
    Resize: RESIZING,
    Upsample: RESIZING,
    Concat: { ...PART, operands: "all" },
    Slice: PART,
    Split: PART,
    Expand: RESHAPING,
    Flatten: RESHAPING,
    Reshape: RESHAPING,
    Squeeze: RESHAPING,
    Transpose: RESHAPING,
    Unsqueeze: RESHAPING,
    DepthToSpace: BLOCKS,
    SpaceToDepth: { ...BLOCKS, space: "moved" },

    ConstantOfShape: WHOLE,
    MatMul: WHOLE,
    Shape: WHOLE,
    Size: WHOLE,

    Bernoulli: RANDOM,
    BiasDropout: RANDOM,
    BitmaskBiasDropout: RANDOM,
    BitmaskDropout: RANDOM,
    Multinomial: RANDOM,
    RandomNormal: RANDOM,
    RandomNormalLike: RANDOM,
    RandomUniform: RANDOM,
    RandomUniformLike: RANDOM,

    GRU: RECURRENT,
    LSTM: RECURRENT,
    RNN: RECURRENT,
  } satisfies Record<string, OperatorTraits>,
));

// Operators of other domains may be called the same and do something else.
const DOMAINS: ReadonlySet<string> = new Set(["", "ai.onnx", "com.microsoft"]);

/** Whether an operator of a domain is what its name says. */
export function isKnownDomain(domain: string): boolean {
  return DOMAINS.has(domain);
}

/** Finds what is known of a node's operator; nothing holds of one that is not listed. */
export function findTraits({ domain, op }: Pick<Node, "domain" | "op">): OperatorTraits {
  return isKnownDomain(domain) ? TRAITS.get(op) ?? NONE : NONE;
}

/** Lists the operators that something holds of. */
export function listOperators(holds: (traits: OperatorTraits) => boolean): string[] {
  return [...TRAITS].filter(([, traits]) => holds(traits)).map(([op]) => op);
}

/** Whether an input of a node holds maps. */
export function isOperand({ operands }: OperatorTraits, input: number): boolean {
  return operands === "all" || operands.includes(input);
}
