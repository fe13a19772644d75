import { NEAR_COSINE } from "../../analysis/likeness/neighbours.ts";
import { findNearestName } from "../../config/problem/nearest_name.ts";
import { type What, WHATS } from "../../analysis/class/what.ts";
import type { Facet } from "../../words/en/class_words.ts";
import type { PairFacts } from "./pair_facts.ts";
import {
  findFacetKey,
  findFlagName,
  findKey,
  findVerdictName,
  listWords,
  type NamedWords,
} from "./query_names.ts";
import { OPERATORS, parseNumber, parseRanges } from "./query_numbers.ts";
import { simplify, splitTerms } from "./query_terms.ts";

/** What a search found wrong with itself. */
export type QueryProblem =
  | { readonly kind: "key"; readonly key: string; readonly near: string | null }
  | { readonly kind: "word"; readonly word: string; readonly near: string | null }
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
  /** What the page calls classes, flags and the like. */
  readonly words: NamedWords;
  /** What the page calls a measure, by its id. */
  readonly nameMeasure: (id: string) => string;
}

type Test = (k: number) => boolean;

type Found = { readonly test: Test } | QueryProblem;

/**
 * Parses a search such as `class:spot norm>0.3 !dead`. Terms stand side by side and all must hold;
 * `!` excludes, quotes hold words together, commas part those of which one must hold. Names are
 * taken as the data has them and as the page does, in any case and by their beginning.
 */
export function parseQuery(text: string, context: QueryContext): Query {
  const tests: Test[] = [];
  const problems: QueryProblem[] = [];
  for (const term of splitTerms(text)) {
    const negated = /^[!！-]./.test(term);
    const found = parseTerm(negated ? term.slice(1) : term, context);
    if ("kind" in found) problems.push(found);
    else tests.push(negated ? (k) => !found.test(k) : found.test);
  }
  return { matches: (k) => tests.every((test) => test(k)), problems };
}

// With the signs of a Chinese keyboard too.
const TERM = /^([^:<>=!"：＞＜＝]+)(>=|<=|[:<>=：＞＜＝])(.*)$/s;
const WIDE_SIGNS: Readonly<Record<string, string>> = { "：": ":", "＞": ">", "＜": "<", "＝": "=" };

function parseTerm(term: string, context: QueryContext): Found {
  const [, key, sign, value] = TERM.exec(term) ?? [];
  if (key === undefined) return parseWord(unquote(term), context);
  return parsePair(
    { key, operator: WIDE_SIGNS[sign!] ?? sign!, value: unquote(value!), term },
    context,
  );
}

function unquote(text: string): string {
  return text.replaceAll('"', "");
}

// A word alone is a flag, a number, or a part of a class or of a label.
function parseWord(word: string, context: QueryContext): Found {
  const test = findFlag(word, context) ?? parseRanges(word) ??
    joinTests([matchWhat(word, context), matchLabel(word, context)]);
  return test === null ? missWord(word, context) : { test };
}

function missWord(word: string, { words }: QueryContext): QueryProblem {
  return { kind: "word", word, near: findNearestName(word, listWords(words)) };
}

// Of several one must hold; null where none is there.
function joinTests(tests: readonly (Test | null)[]): Test | null {
  const known = tests.filter((test) => test !== null);
  return known.length === 0 ? null : (k) => known.some((test) => test(k));
}

// By parts of its name, with commas between those of which one must hold.
function parseClasses(
  value: string,
  context: QueryContext,
  match: (part: string) => Test | null,
): Found {
  const parts = value.toLowerCase().split(/[,，、]/).map((part) => part.trim());
  const asked = parts.filter((part, i) => part !== "" || i === 0); // the next is still to come
  const tests = asked.map(match);
  const missed = asked[tests.indexOf(null)];
  return missed === undefined ? { test: joinTests(tests)! } : missWord(missed, context);
}

// By a part of its name in the data, or on the page; else of what scripts call its kind, as the
// links of earlier reports do.
function matchWhat(word: string, { facts: { classes, kinds }, words }: QueryContext): Test | null {
  const part = word.toLowerCase();
  const fits = (what: What): boolean =>
    what.includes(part) || words.kind.names[what].includes(part);
  if (WHATS.some(fits)) return (k) => classes !== null && fits(classes.what[k]!);
  return kinds?.some((kind) => kind.includes(part)) ? (k) => kinds[k]!.includes(part) : null;
}

// By a part of the word of a classifier's class, or of a label of a dataset that the kernel tells apart.
function matchLabel(
  word: string,
  { facts: { pairs, labels, tells } }: QueryContext,
): Test | null {
  const part = word.toLowerCase();
  const fits = (label: string | null | undefined): boolean =>
    label?.toLowerCase().includes(part) ?? false;
  const found = Array.from(
    { length: pairs },
    (_, k) => fits(labels?.[k]) || (tells?.[k]?.some(fits) ?? false),
  );
  return found.includes(true) ? (k) => found[k]! : null;
}

function matchFacet(facet: Facet, part: string, { facts, words }: QueryContext): Test | null {
  const { values } = words.kind.facets[facet];
  const fits = (value: string): boolean => value.includes(part) || values[value]!.includes(part);
  if (!Object.keys(values).some(fits)) return null;
  return (k) => {
    const own = facts.classes?.[facet][k] ?? null;
    return own !== null && fits(own);
  };
}

interface Term {
  readonly key: string;
  readonly operator: string;
  readonly value: string;
  readonly term: string;
}

function parsePair(term: Term, context: QueryContext): Found {
  const { words } = context;
  const facet = findFacetKey(term.key, words);
  if (facet !== null) {
    return parseClasses(term.value, context, (part) => matchFacet(facet, part, context));
  }
  const key = findKey(term.key, words);
  return key === null ? parseMeasure(term, context) : parseKey(key, term, context);
}

function parseKey(
  key: NonNullable<ReturnType<typeof findKey>>,
  term: Term,
  context: QueryContext,
): Found {
  const { facts: { families }, verdictOf, words } = context;
  const { value } = term;
  switch (key) {
    case "class":
      return parseClasses(value, context, (part) => matchWhat(part, context));
    case "is": {
      const flag = findFlag(value, context);
      return flag ? { test: flag } : missWord(value, context);
    }
    case "k":
      return parseRanged(term, (numbers) => numbers);
    case "family":
      return parseRanged(term, (numbers) => (k) => families !== null && numbers(families[k] ?? -1));
    case "label":
      return { test: matchLabel(value, context) ?? (() => false) };
    case "review": {
      const verdict = findVerdictName(value.toLowerCase(), words);
      return { test: (k) => (verdictOf(k) ?? "none") === verdict };
    }
    case "like":
      return parseLike(term, context.facts);
  }
}

function findFlag(word: string, { facts, isFlat, words }: QueryContext): Test | null {
  const name = findFlagName(word, words);
  if (name === "flat") return isFlat;
  const marked = name === null ? undefined : facts.flags.get(name);
  return marked ? (k) => marked.has(k) : null;
}

function parseRanged({ value, term }: Term, test: (numbers: Test) => Test): Found {
  const numbers = parseRanges(value);
  return numbers === null ? { kind: "number", term } : { test: test(numbers) };
}

// `like:21>0.7`: the kernels whose nearest is 21, with a cosine above 0.7; else from where it is near.
function parseLike({ value, term }: Term, facts: PairFacts): Found {
  const [, other, operator = ">=", least = String(NEAR_COSINE)] =
    /^(\d+)(?:(>=?)(.+))?$/.exec(value) ?? [];
  const bound = Number(least);
  if (other === undefined || Number.isNaN(bound)) return { kind: "number", term };
  const compare = OPERATORS[operator]!;
  return {
    test: (k) =>
      facts.nearest?.[k] === Number(other) && compare(facts.similarity?.[k] ?? -1, bound),
  };
}

function parseMeasure(
  { key, operator, value, term }: Term,
  { facts: { columns }, nameMeasure }: QueryContext,
): Found {
  const id = findMeasure(key, [...columns.keys()], nameMeasure);
  if (id === null) return { kind: "key", key, near: findNearestName(key, [...columns.keys()]) };
  const bound = parseNumber(value);
  if (Number.isNaN(bound)) return { kind: "number", term };
  const column = columns.get(id)!;
  const compare = OPERATORS[operator]!;
  return {
    test: (k) => {
      const own = column[k] ?? null;
      return own !== null && compare(own, bound);
    },
  };
}

// By its id or its name on the page, in any case; by its beginning where that is the only one.
function findMeasure(
  key: string,
  ids: readonly string[],
  nameMeasure: QueryContext["nameMeasure"],
): string | null {
  const written = simplify(key);
  if (written === "on" && ids.includes("onPhotos")) return "onPhotos"; // a dataset tells more
  const same = ids.find((id) => [id, nameMeasure(id)].some((name) => simplify(name) === written));
  if (same !== undefined) return same;
  const begun = ids.filter((id) =>
    [id, nameMeasure(id)].some((name) => simplify(name).startsWith(written))
  );
  return begun.length === 1 ? begun[0]! : null;
}
