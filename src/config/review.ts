import type { FoundValue } from "../reason/found_value.ts";
import type { MISTAKE_REASONS } from "../reason/mistake_reasons.ts";
import type { Reason } from "../reason/reason.ts";
import { excerptValue, shorten } from "./problem/excerpt.ts";
import { findNearestName } from "./problem/nearest_name.ts";
import { type Path, writePath } from "./problem/path.ts";

// What a reader may find a pair to be.
const VERDICTS = ["fine", "suspicious", "dead"] as const satisfies readonly Verdict[];

/** What a reader found a pair to be. */
export type Verdict = "fine" | "suspicious" | "dead";

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

/** What is wrong with a file of reviews, as a reason tells it. */
export type ReviewMistake = Reason<keyof typeof MISTAKE_REASONS>;

/** What is wrong, and with which of the reviews. */
export interface ReviewProblem {
  /** The place of the review in the list; null where the file itself is meant. */
  readonly at: number | null;
  readonly mistake: ReviewMistake;
}

/** What could be read of a file of reviews, and what is wrong with the rest. */
export interface ParsedReviews {
  readonly reviews: readonly Review[];
  readonly problems: readonly ReviewProblem[];
}

/** Parses the JSON of a file of reviews: what is not as it must be is told, and the rest is taken. */
export function parseReviews(json: unknown): ParsedReviews {
  const problems = findReviewProblems(json, FILE_FIELDS, null);
  if (!problems.every(isUnknownKey)) return { reviews: [], problems };
  const parsed = (json as { readonly reviews: readonly unknown[] }).reviews.map((entry, at) => {
    const problems = findReviewProblems(entry, REVIEW_FIELDS, at);
    return {
      problems,
      reviews: problems.length === 0 ? [completeReview(entry as GivenReview)] : [],
    };
  });
  return {
    reviews: parsed.flatMap(({ reviews }) => reviews),
    problems: [...problems, ...parsed.flatMap(({ problems }) => problems)],
  };
}

/** Tells whether the problem is a key that there is none of. */
export function isUnknownKey({ mistake }: ReviewProblem): boolean {
  return mistake.code === "review-unknown-key";
}

/** Where something is wrong, and what stands there. */
interface FoundAt {
  readonly path: string;
  readonly found: FoundValue;
}

/** What a field must hold. */
interface Field {
  readonly isOptional?: boolean;
  readonly fits: (value: unknown) => boolean;
  /** What is wrong where it does not fit. */
  readonly tell: (found: FoundAt) => ReviewMistake;
}

const { reviews: MOST, name: LONGEST_NAME, note: LONGEST_NOTE } = REVIEW_LIMITS;

const FILE_FIELDS: Readonly<Record<string, Field>> = {
  format: constantField(REVIEW_FORMAT),
  version: constantField(REVIEW_VERSION),
  reviews: {
    fits: (value) => Array.isArray(value) && value.length <= MOST,
    tell: (found) => ({ code: "review-list", ...found, most: MOST }),
  },
};

const REVIEW_FIELDS: Readonly<Record<keyof Review, Field>> = {
  model: nameField("review-model"),
  sha256: {
    isOptional: true,
    fits: (value) => typeof value === "string" && /^[0-9a-f]{64}$/i.test(value),
    tell: (found) => ({ code: "review-sha256", ...found }),
  },
  layer: nameField("review-layer"),
  kernel: {
    fits: (value) => Number.isSafeInteger(value) && Number(value) >= 0,
    tell: (found) => ({ code: "review-kernel", ...found }),
  },
  verdict: {
    fits: (value) => VERDICTS.some((verdict) => verdict === value),
    tell: (found) => ({ code: "review-verdict", ...found, verdicts: VERDICTS }),
  },
  note: {
    isOptional: true,
    fits: (value) => typeof value === "string" && value.length <= LONGEST_NOTE,
    tell: (found) => ({ code: "review-note", ...found, most: LONGEST_NOTE }),
  },
  reviewer: { ...nameField("review-reviewer"), isOptional: true },
};

function constantField(constant: string | number): Field {
  const written = JSON.stringify(constant);
  return {
    fits: (value) => value === constant,
    tell: (found) => ({ code: "review-constant", ...found, constant: written }),
  };
}

function nameField(code: "review-model" | "review-layer" | "review-reviewer"): Field {
  return {
    fits: (value) => typeof value === "string" && value !== "" && value.length <= LONGEST_NAME,
    tell: (found) => ({ code, ...found, most: LONGEST_NAME }),
  };
}

function findReviewProblems(
  value: unknown,
  fields: Readonly<Record<string, Field>>,
  at: number | null,
): readonly ReviewProblem[] {
  const keys = Object.keys(fields);
  const whole = at === null ? [] : ["reviews", at];
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    const found = { path: writePath(whole), found: excerptValue(value) };
    return [{ at, mistake: { code: "review-object", ...found, keys } }];
  }
  const held = new Map<string, unknown>(Object.entries(value));
  const unfit = Object.entries(fields).filter(([name, { isOptional = false, fits }]) =>
    !(isOptional && held.get(name) === undefined || fits(held.get(name)))
  );
  return [
    ...unfit.map(([name, { tell }]) => {
      const path = writePath([...whole, name]);
      return { at, mistake: tell({ path, found: findValue(held.get(name)) }) };
    }),
    ...[...held.keys()].filter((name) => !Object.hasOwn(fields, name)).map((name) => {
      return { at, mistake: tellUnknownKey(name, keys, whole) };
    }),
  ];
}

function findValue(value: unknown): FoundValue {
  return value === undefined ? { kind: "missing" } : excerptValue(value);
}

function tellUnknownKey(name: string, keys: readonly string[], whole: Path): ReviewMistake {
  const path = writePath([...whole, shorten(name)]);
  return { code: "review-unknown-key", path, nearest: findNearestName(name, keys), keys };
}

/** A review as a file may give it. */
type GivenReview =
  & Pick<Review, "model" | "layer" | "kernel" | "verdict">
  & {
    readonly [Field in "sha256" | "note" | "reviewer"]?: string;
  };

function completeReview(
  { model, sha256, layer, kernel, verdict, note = "", reviewer }: GivenReview,
): Review {
  return {
    model,
    sha256: sha256?.toLowerCase() ?? null,
    layer,
    kernel,
    verdict,
    note,
    reviewer: reviewer ?? null,
  };
}
