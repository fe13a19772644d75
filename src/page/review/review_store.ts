import {
  type Review,
  REVIEW_FORMAT,
  REVIEW_LIMITS,
  REVIEW_VERSION,
  type Verdict,
  VERDICTS,
} from "../../config/review.ts";
import type { ReviewWords } from "../../words/en/review_words.ts";

/** What could be read of a text, and why the rest is refused. */
export interface ParsedReviews {
  readonly reviews: readonly Review[];
  /** The reason of each refusal, in words. */
  readonly refused: readonly string[];
}

/** The layer whose page is open. */
export interface ReviewPlace {
  readonly model: { readonly id: string; readonly name: string; readonly sha256: string };
  readonly layer: { readonly id: string; readonly name: string; readonly pairs: number };
}

/** Marks after a merge, and what came of it. */
export interface MergedReviews extends ParsedReviews {
  /** How many came in, how many of them in place of others, how many on other layers. */
  readonly taken: number;
  readonly replaced: number;
  readonly elsewhere: number;
}

/**
 * Parses the text of a file of reviews, entry by entry: what is not as it must
 * be is refused, and the rest is taken.
 */
export function parseReviews(text: string, words: ReviewWords): ParsedReviews {
  const refuse = (reason: string): ParsedReviews => ({ reviews: [], refused: [reason] });
  const file = decodeJson(text);
  if (file === undefined) return refuse(words.notJson);
  if (!isObject(file) || file.format !== REVIEW_FORMAT || !Array.isArray(file.reviews)) {
    return refuse(words.notReview);
  }
  if (file.version !== REVIEW_VERSION) {
    return refuse(words.wrongVersion(String(JSON.stringify(file.version)).slice(0, 20)));
  }
  if (file.reviews.length > REVIEW_LIMITS.reviews) {
    return refuse(words.tooMany(REVIEW_LIMITS.reviews));
  }
  const parsed = file.reviews.map((entry, i) => parseReview(entry, i + 1, words));
  return {
    reviews: parsed.filter((each) => typeof each !== "string"),
    refused: parsed.filter((each) => typeof each === "string"),
  };
}

function decodeJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}

type Fields = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const isText = (value: unknown, least: number, most: number): value is string =>
  typeof value === "string" && value.length >= least && value.length <= most;
const isName = (value: unknown): value is string => isText(value, 1, REVIEW_LIMITS.name);
const isAbsentOr = (test: (value: unknown) => boolean) => (value: unknown) =>
  value === undefined || test(value);

// As the schema of files in a config has it.
const CHECKS: Readonly<Record<keyof Review, (value: unknown) => boolean>> = {
  model: isName,
  sha256: isAbsentOr((value) => typeof value === "string" && /^[0-9a-f]{64}$/i.test(value)),
  layer: isName,
  kernel: (value) => Number.isSafeInteger(value) && Number(value) >= 0,
  verdict: (value) => VERDICTS.some((verdict) => verdict === value),
  note: isAbsentOr((value) => isText(value, 0, REVIEW_LIMITS.note)),
  reviewer: isAbsentOr(isName),
};

// A review, or why it is none.
function parseReview(entry: unknown, at: number, words: ReviewWords): Review | string {
  if (!isObject(entry)) return words.notObject(at);
  const known = Object.keys(CHECKS) as (keyof Review)[];
  const wrong = known.find((field) => !CHECKS[field](entry[field])) ??
    Object.keys(entry).find((field) => !known.some((each) => each === field));
  if (wrong !== undefined) return words.badEntry(at, wrong.slice(0, 40));
  const { sha256 = null, note = "", reviewer = null, ...rest } = entry as unknown as Review;
  return { ...rest, sha256: sha256 && sha256.toLowerCase(), note, reviewer };
}

/** Serialises reviews as a file: by model, layer and kernel, so that the same marks are the same bytes. */
export function serialiseReviews(reviews: readonly Review[]): string {
  const entries = reviews.toSorted(compareReviews).map(
    ({ model, sha256, layer, kernel, verdict, note, reviewer }) => ({
      model,
      ...(sha256 === null ? {} : { sha256 }),
      layer,
      kernel,
      verdict,
      note,
      ...(reviewer === null ? {} : { reviewer }),
    }),
  );
  const file = { format: REVIEW_FORMAT, version: REVIEW_VERSION, reviews: entries };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function compareReviews(a: Review, b: Review): number {
  return compare(a.model, b.model) || compare(a.layer, b.layer) || a.kernel - b.kernel;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0; // by code unit: the same in every browser
}

/** Merges reviews into the marks of a model: one a pair, the later for the earlier. */
export function mergeReviews(
  marks: readonly Review[],
  coming: readonly Review[],
  place: ReviewPlace,
  words: ReviewWords,
): MergedReviews {
  const merged = new Map(marks.map((mark) => [keyOf(mark), mark]));
  const taken = new Map<string, Review>();
  const refused: string[] = [];
  let replaced = 0;
  for (const each of coming) {
    const review = nameLayer(each, place);
    const reason = findMiss(review, place, words);
    if (reason !== null) {
      refused.push(reason);
      continue;
    }
    const key = keyOf(review);
    if (taken.has(key)) refused.push(words.twice(review.kernel, review.layer));
    else if (merged.has(key) && !isSame(merged.get(key)!, review)) replaced++;
    taken.set(key, review);
    merged.set(key, review);
  }
  const elsewhere = [...taken.values()].filter(({ layer }) => layer !== place.layer.id).length;
  return {
    reviews: [...merged.values()],
    taken: taken.size,
    replaced,
    elsewhere,
    refused,
  };
}

function keyOf({ layer, kernel }: Review): string {
  return `${kernel} ${layer}`;
}

function isSame(a: Review, b: Review): boolean {
  return a.verdict === b.verdict && a.note === b.note && a.reviewer === b.reviewer;
}

// A file may name the layer for people, unless that could be the folder of another layer.
function nameLayer(review: Review, { layer: { id, name } }: ReviewPlace): Review {
  const isFolder = /^[\p{L}\p{M}\p{N}._-]+$/u.test(name);
  return review.layer === name && !isFolder ? { ...review, layer: id } : review;
}

function findMiss(
  review: Review,
  { model, layer }: ReviewPlace,
  words: ReviewWords,
): string | null {
  const { sha256, kernel } = review;
  if (review.model !== model.id && review.model !== model.name) {
    return words.otherModel(review.model);
  }
  if (sha256 !== null && sha256 !== model.sha256) return words.otherFile(review.model);
  if (review.layer !== layer.id || kernel < layer.pairs) return null; // other pages know theirs
  return words.noKernel(kernel, review.layer, layer.pairs);
}

/** What a reader says of one pair; null takes it back. */
export type Judgement = { readonly verdict: Verdict; readonly note: string } | null;

/** Sets the mark of one pair of the open layer. */
export function markPair(
  marks: readonly Review[],
  kernel: number,
  judgement: Judgement,
  { model, layer }: ReviewPlace,
): readonly Review[] {
  const rest = marks.filter((each) => each.layer !== layer.id || each.kernel !== kernel);
  if (judgement === null) return rest;
  const { name, sha256 } = model;
  return [...rest, { model: name, sha256, layer: layer.id, kernel, ...judgement, reviewer: null }];
}
