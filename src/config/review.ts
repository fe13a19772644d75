/** What a reader may find a pair to be. */
export const VERDICTS = ["fine", "suspicious", "dead"] as const;

/** What a reader found a pair to be. */
export type Verdict = typeof VERDICTS[number];

/** What a file of reviews says it is. */
export const REVIEW_FORMAT = "convatlas-review";

/** The version of that format; a reader refuses one it does not know. */
export const REVIEW_VERSION = 1;

/** What a reader wrote about one pair. */
export interface Review {
  /** The name of the model, or of its folder. */
  readonly model: string;
  /** The SHA-256 of the model's file, in hexadecimal; null where it is not said. */
  readonly sha256: string | null;
  /** The name of the layer's folder, or of the layer. */
  readonly layer: string;
  /** The index of the kernel and its map, counted from 0. */
  readonly kernel: number;
  readonly verdict: Verdict;
  /** A remark; empty where there is none. */
  readonly note: string;
  /** Who says so; null where it is not said. */
  readonly reviewer: string | null;
}

/** How large a file of reviews may be: every pair of a large network, with a line on each. */
export const REVIEW_LIMITS = {
  bytes: 16 * 2 ** 20,
  reviews: 100_000,
  name: 1000, // characters; of a model, a layer or a reviewer
  note: 2000, // characters: half a page
} as const;

/**
 * Settles on one verdict where there are several: doubt comes first, since it asks for a look, and
 * fine last; null where there is none.
 */
export function settleVerdict(verdicts: Iterable<Verdict>): Verdict | null {
  const given = new Set(verdicts);
  const order: readonly Verdict[] = ["suspicious", "dead", "fine"];
  return order.find((verdict) => given.has(verdict)) ?? null;
}
