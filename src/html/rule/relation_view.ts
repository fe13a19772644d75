import { tellP } from "../../analysis/rule/p_value.ts";
import {
  type HeldMeasure,
  type KernelMeasure,
  keyRelation,
  type MapMeasure,
  type Rule,
} from "../../analysis/rule/rule.ts";
import { formatCount, formatShare } from "../../site/format.ts";

/** A correlation as a cell of a table: the view of `relation.hbs`. */
export interface RelationView {
  /** Spearman's correlation; null where there is none. */
  readonly value: string | null;
  readonly p: string;
  /** How many kernels it comes from; null where it comes from all. */
  readonly n: string | null;
  readonly strong: boolean;
}

/** The correlation from which a table sets it in bold. */
export const STRONG = 0.5;

/** Names a correlation of a rule. */
export interface RelationName {
  readonly kernel: KernelMeasure;
  readonly map: MapMeasure;
  readonly held?: HeldMeasure | null;
}

/** Views a correlation of a rule. */
export function viewRelation(
  rule: Rule,
  { kernel, map, held = null }: RelationName,
): RelationView {
  const key = keyRelation(kernel, map, held);
  const value = (held === null ? rule.spearman : rule.partial)[key] ?? null;
  if (value === null) return { value: null, p: "", n: null, strong: false };
  const n = rule.pairs[key] ?? rule.n;
  return {
    value: formatShare(value),
    p: tellP(rule.p[key]!),
    n: n < rule.n ? formatCount(n) : null,
    strong: Math.abs(value) >= STRONG,
  };
}
