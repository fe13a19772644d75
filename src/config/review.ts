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

/** What is wrong with a file of reviews. */
export interface ReviewProblem {
  /** The place of the review in the list; null where the file itself is meant. */
  readonly at: number | null;
  /** The field; null where the whole is no object. */
  readonly field: string | null;
  /** Whether the field is one that there is none of. */
  readonly isUnknown: boolean;
  /** What was found; undefined where it is missing. */
  readonly found: unknown;
  /** What was expected; of a field that is unknown, the known ones. */
  readonly expected: string;
}

/** What could be read of a file of reviews, and what is wrong with the rest. */
export interface ParsedReviews {
  readonly reviews: readonly Review[];
  readonly problems: readonly ReviewProblem[];
}

/** Parses the JSON of a file of reviews: what is not as it must be is told, and the rest is taken. */
export function parseReviews(json: unknown): ParsedReviews {
  const problems = findReviewProblems(json, FILE_FIELDS, null);
  if (problems.some(({ isUnknown }) => !isUnknown)) return { reviews: [], problems };
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

/** What a field must hold. */
interface Field {
  readonly expected: string;
  readonly isOptional?: boolean;
  readonly fits: (value: unknown) => boolean;
}

const { reviews: MOST, name: LONGEST_NAME, note: LONGEST_NOTE } = REVIEW_LIMITS;

const FILE_FIELDS: Readonly<Record<string, Field>> = {
  format: { expected: `"${REVIEW_FORMAT}"`, fits: (value) => value === REVIEW_FORMAT },
  version: { expected: String(REVIEW_VERSION), fits: (value) => value === REVIEW_VERSION },
  reviews: {
    expected: `a list of at most ${MOST} reviews`,
    fits: (value) => Array.isArray(value) && value.length <= MOST,
  },
};

const REVIEW_FIELDS: Readonly<Record<keyof Review, Field>> = {
  model: nameField("the name of a model"),
  sha256: {
    expected: "64 hexadecimal digits",
    isOptional: true,
    fits: (value) => typeof value === "string" && /^[0-9a-f]{64}$/i.test(value),
  },
  layer: nameField("the name of a layer"),
  kernel: {
    expected: "an integer >= 0",
    fits: (value) => Number.isSafeInteger(value) && Number(value) >= 0,
  },
  verdict: {
    expected: `one of ${VERDICTS.map((each) => `"${each}"`).join(", ")}`,
    fits: (value) => VERDICTS.some((verdict) => verdict === value),
  },
  note: {
    expected: `a text of at most ${LONGEST_NOTE} characters`,
    isOptional: true,
    fits: (value) => typeof value === "string" && value.length <= LONGEST_NOTE,
  },
  reviewer: { ...nameField("a name"), isOptional: true },
};

function nameField(what: string): Field {
  return {
    expected: `${what}, at most ${LONGEST_NAME} characters`,
    fits: (value) => typeof value === "string" && value !== "" && value.length <= LONGEST_NAME,
  };
}

function findReviewProblems(
  value: unknown,
  fields: Readonly<Record<string, Field>>,
  at: number | null,
): readonly ReviewProblem[] {
  const known = Object.keys(fields).join(", ");
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    const expected = `an object {${known}}`;
    return [{ at, field: null, isUnknown: false, found: value, expected }];
  }
  const found = new Map(Object.entries(value));
  const unfit = Object.entries(fields).filter(([name, { isOptional = false, fits }]) =>
    !(isOptional && found.get(name) === undefined || fits(found.get(name)))
  );
  const unknown = [...found.keys()].filter((name) => !Object.hasOwn(fields, name));
  return [
    ...unfit.map(([field, { expected }]) => {
      return { at, field, isUnknown: false, found: found.get(field), expected };
    }),
    ...unknown.map((field) => {
      return { at, field, isUnknown: true, found: found.get(field), expected: known };
    }),
  ];
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
