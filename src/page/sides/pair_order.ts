import { orderByKeys } from "../shell/key_order.ts";
import type { Comparison } from "./comparison.ts";
import type { Kind } from "./compare_kind.ts";
import type { Results } from "./compare_results.ts";
import type { CompareState } from "./compare_state.ts";

/** What pairs are sorted by: what is low comes first. */
interface SortRow {
  readonly kind: Kind;
  readonly key: (comparison: Comparison) => number | null;
}

const SORTS: Readonly<Record<Exclude<CompareState["sort"], "index">, SortRow>> = {
  error: { kind: "maps", key: ({ change }) => change === null ? null : -change },
  moved: { kind: "kernels", key: ({ change }) => change === null ? null : -change },
  maps: { kind: "maps", key: ({ cosine }) => cosine },
  kernels: { kind: "kernels", key: ({ cosine }) => cosine },
};

/** Puts so many pairs in order; those that are not measured come last. */
export function orderCompared(
  count: number,
  sort: CompareState["sort"],
  results: Pick<Results, Kind> | null,
): readonly number[] {
  const all = Array.from({ length: count }, (_, k) => k);
  if (sort === "index") return all;
  const { kind, key } = SORTS[sort];
  const keys = all.map((k) => {
    const comparison = results?.[kind].found[k] ?? null;
    return comparison && key(comparison);
  });
  return orderByKeys(keys, true);
}
