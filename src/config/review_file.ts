import { visible } from "./problem/visible.ts";
import { parseReviews, type Review, REVIEW_LIMITS } from "./review.ts";
import { createError } from "../reason/error.ts";

// How many problems a message tells before it counts the rest.
const TOLD = 8;

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
  const { reviews, problems } = parseReviews(decodeJson(content, file));
  if (problems.length === 0) return reviews;
  const told = problems.slice(0, TOLD).map(({ mistake }) => mistake);
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
