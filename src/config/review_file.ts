import { keyed, text, whole, word, z } from "./problem/field.ts";
import { findProblems } from "./problem/problem.ts";
import { visible } from "./problem/visible.ts";
import { type Review, REVIEW_FORMAT, REVIEW_LIMITS, REVIEW_VERSION, VERDICTS } from "./review.ts";
import { createError } from "../reason/error.ts";

const { reviews: MOST, name: LONGEST_NAME, note: LONGEST_NOTE } = REVIEW_LIMITS;

// How many problems a message tells before it counts the rest.
const TOLD = 8;

const name = (what: string): z.ZodString => {
  const expected = `${what}, at most ${LONGEST_NAME} characters`;
  return text(expected).max(LONGEST_NAME, { error: expected });
};

const noteExpected = `a text of at most ${LONGEST_NOTE} characters`;
const listExpected = `a list of at most ${MOST} reviews`;

const reviewSchema = keyed({
  model: name("the name of a model"),
  sha256: z.string({ error: "64 hexadecimal digits" })
    .regex(/^[0-9a-f]{64}$/i, { error: "64 hexadecimal digits" }).toLowerCase().optional(),
  layer: name("the name of a layer"),
  kernel: whole(0),
  verdict: word(VERDICTS),
  note: z.string({ error: noteExpected }).max(LONGEST_NOTE, { error: noteExpected }).default(""),
  reviewer: name("a name").optional(),
}).transform(({ sha256 = null, reviewer = null, ...rest }): Review => {
  return { ...rest, sha256, reviewer };
});

const fileSchema = keyed({
  format: z.literal(REVIEW_FORMAT, { error: `"${REVIEW_FORMAT}"` }),
  version: z.literal(REVIEW_VERSION, { error: String(REVIEW_VERSION) }),
  reviews: z.array(reviewSchema, { error: listExpected }).max(MOST, { error: listExpected }),
});

/**
 * Parses a file of reviews.
 *
 * @param content The JSON that a layer's page exports.
 * @param source What the messages call the file.
 * @returns The reviews, in their order.
 * @throws {RangeError} If the file is larger than any file of reviews.
 * @throws {SyntaxError} If it is not JSON.
 * @throws {TypeError} If the JSON is no file of reviews; the message lists the problems.
 */
export function parseReviewFile(content: Uint8Array, source: string): readonly Review[] {
  const file = visible(source);
  const result = fileSchema.safeParse(decodeJson(content, file), { reportInput: true });
  if (result.success) return result.data.reviews;
  const problems = findProblems(result.error.issues)
    .map(({ path, message }) => path === "" ? message : `${path}: ${message}`);
  const told = problems.slice(0, TOLD);
  const more = problems.length - told.length;
  throw createError(TypeError, { code: "reviews-unfit", file, problems: told, more });
}

function decodeJson(content: Uint8Array, file: string): unknown {
  const { bytes } = REVIEW_LIMITS;
  if (content.length > bytes) {
    const sizes = { bytes: content.length, most: bytes };
    throw createError(RangeError, { code: "reviews-too-large", file, ...sizes });
  }
  try {
    return JSON.parse(new TextDecoder().decode(content)); // which drops a byte order mark
  } catch (cause) {
    const text = visible(cause instanceof Error ? cause.message : String(cause));
    throw createError(SyntaxError, { code: "reviews-no-json", file, text }, { cause });
  }
}
