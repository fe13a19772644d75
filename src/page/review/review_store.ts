import {
  isUnknownKey,
  parseReviews,
  type Review,
  REVIEW_FORMAT,
  REVIEW_VERSION,
  type Verdict,
} from "../../config/review.ts";
import type { ReviewWords } from "../../words/en/review_words.ts";

/** What could be read of a text, and why the rest is refused. */
export interface DecodedReviews {
  readonly reviews: readonly Review[];
  /** The reason of each refusal, in words. */
  readonly refused: readonly string[];
}

/** The layer whose page is open. */
export interface ReviewPlace {
  readonly model: { readonly id: string; readonly name: string; readonly sha256: string };
  readonly layer: { readonly id: string; readonly name: string; readonly pairs: number };
}

/** Where marks may come in: the open layer, and all of its model where they are known. */
export interface MergedPlace extends ReviewPlace {
  /** How many kernels each layer has, by its id; null where that is not known. */
  readonly pairsOf: ReadonlyMap<string, number> | null;
}

/** Marks after a merge, and what came of it. */
export interface MergedReviews extends DecodedReviews {
  /** How many came in, how many of them in place of others, how many on other layers. */
  readonly taken: number;
  readonly replaced: number;
  readonly elsewhere: number;
}

/** Decodes the text of a file of reviews: what is not as it must be is refused, and the rest is taken. */
export function decodeReviews(text: string, words: ReviewWords): DecodedReviews {
  const json = decodeJson(text);
  if (json === undefined) return { reviews: [], refused: [words.notJson] };
  const { reviews, problems } = parseReviews(json);
  // A field that a later version may add to the file keeps nobody from its reviews.
  const serious = problems.filter((problem) => problem.at !== null || !isUnknownKey(problem));
  const reviewed = Map.groupBy(serious, ({ at }) => at); // one reason for each
  return {
    reviews,
    refused: [...reviewed.values()].map(([first]) => words.mistake(first!.mistake)),
  };
}

function decodeJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
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
  place: MergedPlace,
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
  { model, layer, pairsOf }: MergedPlace,
  words: ReviewWords,
): string | null {
  const { sha256, kernel } = review;
  if (review.model !== model.id && review.model !== model.name) {
    return words.otherModel(review.model);
  }
  if (sha256 !== null && sha256 !== model.sha256) return words.otherFile(review.model);
  const pairs = review.layer === layer.id ? layer.pairs : pairsOf?.get(review.layer) ?? null;
  if (pairs === null) return pairsOf === null ? null : words.noLayer(review.layer);
  return kernel < pairs ? null : words.noKernel(kernel, review.layer, pairs);
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
