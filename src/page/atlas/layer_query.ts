import { findNearestName } from "../../config/problem/nearest_name.ts";
import type { ListedLayer } from "../../site/atlas/layers_file.ts";
import { OPERATORS, parseNumber } from "../pair/query_numbers.ts";
import { boundNumbers } from "../pair/query_suggestions.ts";
import { simplify, splitTerms } from "../pair/query_terms.ts";
import type { LayerColumns } from "./layer_columns.ts";

/** What a search for layers found wrong with itself. */
export type LayerProblem =
  | { readonly kind: "key"; readonly key: string; readonly near: string | null }
  | { readonly kind: "number"; readonly term: string };

/** A search for layers that was understood, or what is wrong with it. */
export interface LayerQuery {
  readonly matches: (layer: ListedLayer, place: number) => boolean;
  /** Terms that could not be understood and are left out. */
  readonly problems: readonly LayerProblem[];
}

/** What a search can ask beside the layers themselves. */
export interface LayerQueryContext {
  readonly columns: LayerColumns;
  /** What the page calls a column. */
  readonly nameColumn: (name: string) => string;
}

/** Lists the terms that a search for some layers can be made of. */
export function listLayerTerms(
  layers: readonly ListedLayer[],
  { columns, nameColumn }: LayerQueryContext,
): readonly string[] {
  const said = layers.flatMap(({ op, form, badges }) => [
    `op:${op}`,
    ...[form, ...badges].map((each) => `is:${each}`),
  ]);
  return [...new Set(said), ...boundNumbers([...columns.keys()].map(nameColumn))];
}

type Test = LayerQuery["matches"];

/**
 * Parses a search for layers such as `depthwise side<20 !never>3`: terms stand side by side and all
 * must hold, `!` excludes.
 */
export function parseLayerQuery(text: string, context: LayerQueryContext): LayerQuery {
  const tests: Test[] = [];
  const problems: LayerProblem[] = [];
  for (const term of splitTerms(text)) {
    const negated = /^!./.test(term);
    const found = parseTerm(negated ? term.slice(1) : term, context);
    if (typeof found !== "function") problems.push(found);
    else tests.push(negated ? (layer, place) => !found(layer, place) : found);
  }
  return { matches: (layer, place) => tests.every((test) => test(layer, place)), problems };
}

function parseTerm(term: string, context: LayerQueryContext): Test | LayerProblem {
  const [, key, operator, rest] = /^([^:<>=!"]+)(>=|<=|[:<>=])(.*)$/s.exec(term) ?? [];
  const word = (rest ?? term).replaceAll('"', "").toLowerCase();
  switch (key?.toLowerCase()) {
    case undefined:
      return (layer) => listNames(layer).some((name) => name.includes(word));
    case "op":
      return ({ op }) => op.toLowerCase().includes(word);
    case "name":
      return ({ name }) => name.toLowerCase().includes(word);
    case "is":
      return ({ form, badges }) => [form, ...badges].some((each) => each.toLowerCase() === word);
    default:
      return parseColumn({ key: key!, operator: operator!, word, term }, context);
  }
}

function listNames({ name, op, form, badges }: ListedLayer): readonly string[] {
  return [name, op, form, ...badges].map((each) => each.toLowerCase());
}

interface Term {
  readonly key: string;
  readonly operator: string;
  readonly word: string;
  readonly term: string;
}

function parseColumn(
  { key, operator, word, term }: Term,
  { columns, nameColumn }: LayerQueryContext,
): Test | LayerProblem {
  const names = [...columns.keys()];
  const written = simplify(key);
  const name = names.find((each) => [each, nameColumn(each)].map(simplify).includes(written));
  if (name === undefined) return { kind: "key", key, near: findNearestName(key, names) };
  const bound = parseNumber(word.replace("%", ""));
  if (Number.isNaN(bound)) return { kind: "number", term };
  const [column, compare] = [columns.get(name)!, COMPARISONS[operator]!];
  return (_, place) => {
    const own = column[place] ?? null;
    return own !== null && compare(own, bound);
  };
}

// The columns are as the table prints them.
const COMPARISONS: typeof OPERATORS = {
  ...OPERATORS,
  "=": (a, b) => a === b,
  ":": (a, b) => a === b,
};
