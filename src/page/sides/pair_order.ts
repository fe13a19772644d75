import { orderByKeys } from "../shell/key_order.ts";
import type { Comparison } from "./comparison.ts";
import type { Kind } from "./compare_kind.ts";
import type { Values } from "../../analysis/kernel/kernel_measures.ts";
import type { Results, ToldColumns } from "./compare_results.ts";
import type { CompareState } from "./compare_state.ts";

/** What pairs are sorted by: what is low comes first. */
interface SortRow {
  readonly kind: Kind;
  readonly key: (comparison: Comparison) => number | null;
  /** The same of what the report tells without numbers; null where it does not. */
  readonly told: (columns: ToldColumns) => Values | null;
}

const SORTS: Readonly<Record<Exclude<CompareState["sort"], "index">, SortRow>> = {
  error: {
    kind: "maps",
    key: ({ change }) => negate(change),
    told: ({ errors }) => errors && errors.worst.map(negate),
  },
  moved: {
    kind: "kernels",
    key: ({ change }) => negate(change),
    told: ({ moves }) => moves && moves.moved.map(negate),
  },
  maps: { kind: "maps", key: ({ cosine }) => cosine, told: () => null },
  kernels: {
    kind: "kernels",
    key: ({ cosine }) => cosine,
    told: ({ moves }) => moves && moves.cosine,
  },
};

function negate(number: number | null): number | null {
  return number === null ? null : -number;
}

/** Finds what pairs are sorted by where their numbers are not there: what the report tells; else null. */
export function findToldKeys(
  sort: CompareState["sort"],
  results: Pick<Results, Kind | "told"> | null,
): Values | null {
  if (sort === "index" || results === null || results.told === null) return null;
  const { kind, told } = SORTS[sort];
  return typeof results[kind].numbers === "string" ? told(results.told) : null;
}

/** Puts so many pairs in order; those that are not measured come last. */
export function orderCompared(
  count: number,
  sort: CompareState["sort"],
  results: Pick<Results, Kind | "told"> | null,
): readonly number[] {
  const all = Array.from({ length: count }, (_, k) => k);
  if (sort === "index") return all;
  const told = findToldKeys(sort, results);
  if (told !== null) return orderByKeys(all.map((k) => told[k] ?? null), true);
  const { kind, key } = SORTS[sort];
  const keys = all.map((k) => {
    const comparison = results?.[kind].found[k] ?? null;
    return comparison && key(comparison);
  });
  return orderByKeys(keys, true);
}
