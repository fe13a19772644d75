import { WHATS } from "../../analysis/class/what.ts";
import { FACETS } from "../../site/kernel_class.ts";
import type { Facet } from "../../words/en/class_words.ts";
import type { QueryWords } from "../../words/en/query_words.ts";
import type { Words } from "../../words/words.ts";
import { type Flag, FLAGS } from "./pair_facts.ts";
import { simplify } from "./query_terms.ts";

/** What the page calls what is searched for. */
export type NamedWords = Pick<Words, "kind" | "query" | "review">;

/** What a search asks by, beside facets of classes and measures. */
export type QueryKey = keyof QueryWords["keys"];

/** What can be asked of a pair that a flag marks, or whose map is flat on the photo that is shown. */
export type FlagName = Flag | "flat";

const FLAG_NAMES: readonly FlagName[] = [...FLAGS, "flat"];

const VERDICTS = ["none", "fine", "suspicious", "dead"] as const;

// Names that searches and links have used before.
const EARLIER_KEYS: Readonly<Record<string, QueryKey>> = { kind: "class", kernel: "k" };
const EARLIER_FLAGS: Readonly<Record<string, FlagName>> = { dead: "zero" };

/** Finds the key that a term begins with: by its name in the data, or on the page. */
export function findKey(written: string, { query }: NamedWords): QueryKey | null {
  return findName(written, Object.keys(query.keys) as QueryKey[], query.keys) ??
    EARLIER_KEYS[simplify(written)] ?? null;
}

/** Finds the facet of classes that a term begins with. */
export function findFacetKey(written: string, { kind: { facets } }: NamedWords): Facet | null {
  const names = Object.fromEntries(FACETS.map((facet) => [facet, facets[facet].name]));
  return findName(written, FACETS, names as Record<Facet, string>);
}

/** Finds a flag by its name. */
export function findFlagName(written: string, { query }: NamedWords): FlagName | null {
  return findName(written, FLAG_NAMES, query.flags) ?? EARLIER_FLAGS[simplify(written)] ?? null;
}

/** Finds the verdict of a review by its name; as it is written where it has none. */
export function findVerdictName(written: string, { review }: NamedWords): string {
  return findName(written, VERDICTS, review) ?? written;
}

function findName<Name extends string>(
  written: string,
  names: readonly Name[],
  words: Readonly<Record<Name, string>>,
): Name | null {
  const wanted = simplify(written);
  return names.find((name) => [name, words[name]].map(simplify).includes(wanted)) ?? null;
}

/** Lists the terms that can be asked in the words of the page: classes, facets, flags and verdicts. */
export function listTerms({ kind, query, review }: NamedWords): readonly string[] {
  const { keys } = query;
  return [
    ...WHATS.map((what) => writeTerm(keys.class, kind.names[what])),
    ...FACETS.flatMap((facet) => {
      const { name, values } = kind.facets[facet];
      return Object.values(values).map((value) => writeTerm(name.replaceAll(" ", "-"), value));
    }),
    ...FLAG_NAMES.map((flag) => writeTerm(keys.is, query.flags[flag])),
    ...VERDICTS.map((verdict) => writeTerm(keys.review, review[verdict])),
  ];
}

/** Writes a term by its key and value, in quotes where that has blanks. */
export function writeTerm(key: string, value: string): string {
  return value.includes(" ") ? `${key}:"${value}"` : `${key}:${value}`;
}

/** Lists the words that can stand alone or behind a key, for one that is misspelt. */
export function listWords({ kind, query }: NamedWords): readonly string[] {
  return [
    ...WHATS.flatMap((what) => [kind.names[what], what]),
    ...FACETS.flatMap((facet) => Object.values(kind.facets[facet].values)),
    ...FLAG_NAMES.flatMap((flag) => [query.flags[flag], flag]),
  ];
}
