import { NEAR_COSINE } from "../../analysis/likeness/neighbours.ts";
import { findNearestName } from "../../config/problem/nearest_name.ts";
import { type What, WHATS } from "../../analysis/class/what.ts";
import { FACETS } from "../../site/kernel_class.ts";
import type { ClassWords, Facet } from "../../words/en/class_words.ts";
import { type Flag, FLAGS, type PairFacts } from "./pair_facts.ts";

/** What a search found wrong with itself. */
export type QueryProblem =
  | { readonly kind: "key"; readonly key: string; readonly near: string | null }
  | { readonly kind: "word"; readonly word: string }
  | { readonly kind: "number"; readonly term: string };

/** A search that was understood, or what is wrong with it. */
export interface Query {
  /** Whether pair k is found. */
  readonly matches: (k: number) => boolean;
  /** Terms that could not be understood and are left out. */
  readonly problems: readonly QueryProblem[];
}

/** What a search can ask beside the facts of a pair. */
export interface QueryContext {
  readonly facts: PairFacts;
  /** The verdict of a review of pair k; null where there is none. */
  readonly verdictOf: (k: number) => string | null;
  /** Whether the map of pair k is flat on the photo that is shown. */
  readonly isFlat: (k: number) => boolean;
  /** What the page calls classes. */
  readonly classWords: ClassWords;
  /** What the page calls a measure, by its id. */
  readonly nameMeasure: (id: string) => string;
}

type Test = (k: number) => boolean;

/**
 * Parses a search such as `class:spot norm>0.3 !dead`. Terms stand side by side and all must hold;
 * `!` excludes, quotes hold words together, names are taken in any case and by their beginning.
 */
export function parseQuery(text: string, context: QueryContext): Query {
  const tests: Test[] = [];
  const problems: QueryProblem[] = [];
  for (const term of splitTerms(text)) {
    const negated = /^[!-]./.test(term);
    const found = parseTerm(negated ? term.slice(1) : term, context);
    if ("kind" in found) problems.push(found);
    else tests.push(negated ? (k) => !found.test(k) : found.test);
  }
  return { matches: (k) => tests.every((test) => test(k)), problems };
}

// Quotes may stand around a word or around what follows an operator.
function splitTerms(text: string): readonly string[] {
  return text.match(/(?:"[^"]*"?|[^\s"])+/g) ?? [];
}

function parseTerm(term: string, context: QueryContext): { test: Test } | QueryProblem {
  const [, key, operator, value] = /^([^:<>=!"]+)(>=|<=|[:<>=])(.*)$/s.exec(term) ?? [];
  if (key === undefined) return parseWord(unquote(term), context);
  return parsePair({ key, operator: operator!, value: unquote(value!), term }, context);
}

function unquote(text: string): string {
  return text.replaceAll('"', "");
}

// A word alone is a flag, a number, or a part of a class or of a label.
function parseWord(word: string, context: QueryContext): { test: Test } | QueryProblem {
  const flag = findFlag(word, context);
  if (flag) return { test: flag };
  const numbers = parseNumbers(word);
  if (numbers) return { test: numbers };
  const [what, label] = [matchWhat(word, context), matchLabel(word, context)];
  const test = (k: number): boolean => what(k) || label(k);
  const all = Array.from({ length: context.facts.pairs }, (_, k) => k);
  return all.some(test) ? { test } : { kind: "word", word };
}

// By a part of its name in the data, or on the page; else of what scripts call its kind, as the
// links of earlier reports do.
function matchWhat(word: string, { facts: { classes, kinds }, classWords }: QueryContext): Test {
  const part = word.toLowerCase();
  const fits = (what: What): boolean =>
    what.includes(part) || classWords.names[what].includes(part);
  if (WHATS.some(fits)) return (k) => classes !== null && fits(classes.what[k]!);
  return (k) => kinds?.[k]?.includes(part) ?? false;
}

// By a part of the word of a classifier's class.
function matchLabel(word: string, { facts: { labels } }: QueryContext): Test {
  const part = word.toLowerCase();
  return (k) => labels?.[k]?.toLowerCase().includes(part) ?? false;
}

function matchFacet(facet: Facet, word: string, { facts, classWords }: QueryContext): Test {
  const part = word.toLowerCase();
  const { values } = classWords.facets[facet];
  const fits = (value: string): boolean => value.includes(part) || values[value]!.includes(part);
  return (k) => {
    const own = facts.classes?.[facet][k] ?? null;
    return own !== null && fits(own);
  };
}

// By its name in the data, or on the page.
function findFacetKey(key: string, { facets }: ClassWords): Facet | null {
  const written = simplify(key);
  return FACETS.find((facet) => [facet, facets[facet].name].map(simplify).includes(written)) ??
    null;
}

interface Term {
  readonly key: string;
  readonly operator: string;
  readonly value: string;
  readonly term: string;
}

function parsePair(term: Term, context: QueryContext): { test: Test } | QueryProblem {
  const { key, value } = term;
  const { facts, verdictOf } = context;
  const text = value.toLowerCase();
  const facet = findFacetKey(key, context.classWords);
  if (facet !== null) return { test: matchFacet(facet, value, context) };
  switch (key.toLowerCase()) {
    case "class":
    case "kind":
      return { test: matchWhat(value, context) };
    case "is": {
      const flag = findFlag(value, context);
      return flag ? { test: flag } : { kind: "word", word: value };
    }
    case "k":
    case "kernel": {
      const numbers = parseNumbers(value);
      return numbers ? { test: numbers } : { kind: "number", term: term.term };
    }
    case "family": {
      const { families } = facts;
      const numbers = parseNumbers(value);
      if (numbers === null) return { kind: "number", term: term.term };
      return { test: (k) => families !== null && numbers(families[k] ?? -1) };
    }
    case "label":
      return { test: matchLabel(value, context) };
    case "review":
      return { test: (k) => (verdictOf(k) ?? "none") === text };
    case "like":
      return parseLike(term, facts);
    default:
      return parseMeasure(term, context);
  }
}

function findFlag(word: string, { facts, isFlat }: QueryContext): Test | null {
  const written = word.toLowerCase().replaceAll("-", "");
  const name = written === "dead" ? "zero" : written; // the name of the class in the data
  if (name === "flat") return isFlat;
  const marked = FLAGS.includes(name as Flag) ? facts.flags.get(name as Flag) : undefined;
  return marked ? (k) => marked.has(k) : null;
}

// `3,5,10-20`; null for anything else.
function parseNumbers(text: string): Test | null {
  if (!/^\d+(-\d+)?(,\d+(-\d+)?)*,?$/.test(text)) return null;
  const ranges = text.split(",").map((part) => {
    const [first = "", last = first] = part.split("-");
    return [Number.parseInt(first), Number.parseInt(last)] as const;
  });
  return (k) => ranges.some(([first, last]) => k >= first && k <= last);
}

// `like:21>0.7`: the kernels whose nearest is 21, with a cosine above 0.7; else from where it is near.
function parseLike({ value, term }: Term, facts: PairFacts): { test: Test } | QueryProblem {
  const [, other, operator = ">=", least = String(NEAR_COSINE)] =
    /^(\d+)(?:(>=?)(.+))?$/.exec(value) ?? [];
  const bound = Number(least);
  if (other === undefined || Number.isNaN(bound)) return { kind: "number", term };
  const compare = COMPARISONS[operator]!;
  return {
    test: (k) =>
      facts.nearest?.[k] === Number(other) && compare(facts.similarity?.[k] ?? -1, bound),
  };
}

function parseMeasure(
  { key, operator, value, term }: Term,
  { facts: { columns }, nameMeasure }: QueryContext,
): { test: Test } | QueryProblem {
  const id = findMeasure(key, [...columns.keys()], nameMeasure);
  if (id === null) return { kind: "key", key, near: findNearestName(key, [...columns.keys()]) };
  const bound = Number(value.replace("−", "-"));
  if (value.trim() === "" || Number.isNaN(bound)) return { kind: "number", term };
  const column = columns.get(id)!;
  const compare = COMPARISONS[operator]!;
  return {
    test: (k) => {
      const own = column[k] ?? null;
      return own !== null && compare(own, bound);
    },
  };
}

// As a page prints it.
function isAlike(a: number, b: number): boolean {
  return Math.abs(a - b) <= 0.005 * Math.max(Math.abs(b), 1e-9);
}

const COMPARISONS: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  "=": isAlike,
  ":": isAlike,
};

// By its id or its name on the page, in any case; by its beginning where that is the only one.
function findMeasure(
  key: string,
  ids: readonly string[],
  nameMeasure: QueryContext["nameMeasure"],
): string | null {
  const written = simplify(key);
  const same = ids.find((id) => [id, nameMeasure(id)].some((name) => simplify(name) === written));
  if (same !== undefined) return same;
  const begun = ids.filter((id) =>
    [id, nameMeasure(id)].some((name) => simplify(name).startsWith(written))
  );
  return begun.length === 1 ? begun[0]! : null;
}

function simplify(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, "");
}
