import { WHATS } from "../../analysis/class/what.ts";
import { orderByKeys } from "../shell/key_order.ts";
import type { PairFacts } from "./pair_facts.ts";

/**
 * Orders the pairs: measures from the largest down, names and places upwards,
 * the other way round where `reversed`. What has no value comes last; pairs that
 * are alike stay in the order of their numbers.
 */
export function orderPairs(facts: PairFacts, sort: string, reversed: boolean): readonly number[] {
  const { values, upwards } = findKey(facts, sort);
  const keys = Array.from({ length: facts.pairs }, (_, k) => values(k));
  return orderByKeys(keys, upwards !== reversed);
}

interface Key {
  readonly values: (k: number) => number | string | null;
  readonly upwards: boolean;
}

function findKey({ columns, classes, families, likeness, flags }: PairFacts, sort: string): Key {
  if (sort === "class" && classes) {
    return { values: (k) => WHATS.indexOf(classes.what[k]!), upwards: true };
  }
  if (sort === "family" && families) return { values: (k) => families[k]!, upwards: true };
  if (sort === "likeness" && likeness) return { values: (k) => likeness[k]!, upwards: true };
  if (sort === "flags") return { values: (k) => countFlags(flags, k), upwards: false };
  const column = columns.get(sort);
  if (column) return { values: (k) => column[k] ?? null, upwards: false };
  return { values: (k) => k, upwards: true };
}

// Neither is it odd to be one filter with most of a layer, nor to be strongest at the border.
const USUAL: ReadonlySet<string> = new Set(["alike", "border"]);

function countFlags(flags: PairFacts["flags"], k: number): number {
  return [...flags].filter(([flag, marked]) => !USUAL.has(flag) && marked.has(k)).length;
}
