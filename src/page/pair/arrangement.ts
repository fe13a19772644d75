import { findFacet, matchClass } from "../../site/kernel_class.ts";
import { orderPairs } from "./order.ts";
import type { PairFacts } from "./pair_facts.ts";
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
  const isChosen = chooseClasses(facts, classes);
  const numbers = new Set(families);
  const order = orderPairs(facts, sort, reversed);
  const shown = order.filter((k) =>
    isChosen(k) &&
    (numbers.size === 0 || numbers.has(String(facts.families?.[k] ?? ""))) && matches(k)
  );
  return { order, shown, problems };
}

// Of those of one sort any may hold, as of edges and lines; what is asked of each sort must.
function chooseClasses({ classes }: PairFacts, chosen: readonly string[]): (k: number) => boolean {
  if (classes === null) return () => chosen.length === 0;
  const sorts = [...Map.groupBy(chosen, findFacet).values()].map((values) =>
    values.map((value) => matchClass(classes, value))
  );
  return (k) => sorts.every((tests) => tests.some((isIn) => isIn(k)));
}
