import { findTraits, listOperators } from "../graph/operator.ts";
import { inputAt, listInputs, type Passage, type TraceRule } from "./passage.ts";
import { type Traced, traceNothing, uniteTraced } from "./traced.ts";

/** What operators read that compute every element by itself, or from its counterparts. */
export const ELEMENTWISE_RULES: ReadonlyMap<string, TraceRule> = new Map<string, TraceRule>([
  ...listOperators(({ cellByCell }) => cellByCell).map((op) => [op, traceOperands] as const),
  ["DynamicQuantizeLinear", traceDynamic],
]);

function traceOperands(passage: Passage): Traced {
  const { operands } = findTraits(passage.node);
  if (operands === "all") return uniteTraced(listInputs(passage));
  return uniteTraced(operands.map((i) => inputAt(passage, i)));
}

// The scale and the zero point come from all of the tensor, but they are for its storage: what is
// rounded otherwise is not counted as read.
function traceDynamic(passage: Passage): readonly Traced[] {
  const read = inputAt(passage, 0);
  const one = traceNothing([], read.reaches.length);
  return [read, one, one];
}
