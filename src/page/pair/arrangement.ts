import { orderPairs } from "./order.ts";
import { parseQuery, type QueryContext, type QueryProblem } from "./query.ts";
import type { ViewState } from "../tile/view_state.ts";

/** Which pairs are shown, and in what order. */
export interface Arrangement {
  /** All pairs. */
  readonly order: readonly number[];
  /** Those that the classes and the search leave. */
  readonly shown: readonly number[];
  /** What of the search was not understood. */
  readonly problems: readonly QueryProblem[];
}

/** What of a state decides which pairs are shown, and in what order. */
export type ArrangedState = Pick<
  ViewState,
  "sort" | "reversed" | "classes" | "families" | "query"
>;

/** Arranges pairs as a state asks. */
export function arrangePairs(
  { sort, reversed, classes, families, query }: ArrangedState,
  context: QueryContext,
): Arrangement {
  const { facts } = context;
  const { matches, problems } = parseQuery(query, context);
  const kinds = new Set(classes);
  const numbers = new Set(families);
  const order = orderPairs(facts, sort, reversed);
  const shown = order.filter((k) =>
    (kinds.size === 0 || kinds.has(facts.kinds?.[k] ?? "")) &&
    (numbers.size === 0 || numbers.has(String(facts.families?.[k] ?? ""))) && matches(k)
  );
  return { order, shown, problems };
}
