import { inputAt, listInputs, type Passage, type Rule } from "./passage.ts";
import { type Traced, traceNothing, uniteTraced } from "./traced.ts";

const KEEPING = [
  ..."Identity Cast CastLike Dropout Relu LeakyRelu ThresholdedRelu Elu Selu Celu Gelu".split(" "),
  ..."Clip Sigmoid HardSigmoid HardSwish Swish Mish Softplus Softsign Tanh Abs Neg Exp".split(" "),
  ..."Log Sqrt Erf Reciprocal Floor Ceil Round Sign Shrink IsNaN IsInf Not Sin Cos".split(" "),
  ..."BatchNormalization ImageScaler QuantizeLinear DequantizeLinear FastGelu QuickGelu".split(" "),
  ..."QLinearSigmoid QLinearLeakyRelu ScaledTanh ParametricSoftplus Affine".split(" "),
];

const UNITING = [
  ..."Add Sub Mul Div Max Min Pow Sum Mean PRelu Where Mod And Or Xor Equal Greater".split(" "),
  ..."GreaterOrEqual Less LessOrEqual BitShift BiasGelu BiasAdd".split(" "),
];

/** What operators read that compute every element by itself, or from its counterparts. */
export const ELEMENTWISE_RULES: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ...KEEPING.map((op) => [op, (passage: Passage) => inputAt(passage, 0)] as const),
  ...UNITING.map((op) => [op, traceUnited] as const),
  ["QLinearAdd", traceQuantized],
  ["QLinearMul", traceQuantized],
  ["DynamicQuantizeLinear", traceDynamic],
]);

function traceUnited(passage: Passage): Traced {
  return uniteTraced(listInputs(passage));
}

// The operands, each before its scale and its zero point.
function traceQuantized(passage: Passage): Traced {
  return uniteTraced([inputAt(passage, 0), inputAt(passage, 3)]);
}

// The scale and the zero point come from all of the tensor, but they are for its storage: what is
// rounded otherwise is not counted as read.
function traceDynamic(passage: Passage): readonly Traced[] {
  const read = inputAt(passage, 0);
  const one = traceNothing([], read.reaches.length);
  return [read, one, one];
}
