import { NO_TRAITS, type OperatorTraits } from "./operator_traits.ts";
import type { Node } from "../wire/node.ts";

const CELLWISE: OperatorTraits = {
  ...NO_TRAITS,
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
const NORMALIZATION: OperatorTraits = { ...NO_TRAITS, channels: "scaled", space: "kept" };
const MOVING: OperatorTraits = { ...NO_TRAITS, channels: "kept", space: "moved" };
const WINDOW_POOL: OperatorTraits = { ...MOVING, pool: "window", channelwise: true };
const MAP_POOL: OperatorTraits = { ...WINDOW_POOL, pool: "map" };
const REDUCTION: OperatorTraits = { ...NO_TRAITS, reducing: true, whole: true };
const RESIZING: OperatorTraits = { ...MOVING, values: "same" };
const PART: OperatorTraits = { ...NO_TRAITS, space: "moved", values: "same" };
const RESHAPING: OperatorTraits = { ...NO_TRAITS, values: "same", whole: true };
const BLOCKS: OperatorTraits = { ...NO_TRAITS, values: "same", channelwise: true };
const RANDOM: OperatorTraits = { ...NO_TRAITS, random: true };
const RECURRENT: OperatorTraits = { ...NO_TRAITS, recurrent: true };
const WHOLE: OperatorTraits = { ...NO_TRAITS, whole: true };

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
  return isKnownDomain(domain) ? TRAITS.get(op) ?? NO_TRAITS : NO_TRAITS;
}

/** Lists the operators that something holds of. */
export function listOperators(holds: (traits: OperatorTraits) => boolean): string[] {
  return [...TRAITS].filter(([, traits]) => holds(traits)).map(([op]) => op);
}

/** Whether an input of a node holds maps. */
export function isOperand({ operands }: OperatorTraits, input: number): boolean {
  return operands === "all" || operands.includes(input);
}
