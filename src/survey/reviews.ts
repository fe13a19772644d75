import { parseReviewFile } from "../config/review_file.ts";
import type { Effects } from "../effects.ts";
import { describeFailure, placeFile } from "../report/failure.ts";
import type { ReviewFile } from "../report/review.ts";
import { listMatches, REVIEWS } from "./file_list.ts";
import type { Notes } from "./notes.ts";

/** Reads the files of reviews that a config names, each once, in the order of the config. */
export async function findReviews(
  patterns: readonly string[],
  { files }: Pick<Effects, "files">,
  notes: Pick<Notes, "problems" | "failures">,
): Promise<ReviewFile[]> {
  const paths = new Set<string>();
  for (const [i, pattern] of patterns.entries()) {
    const wanted = { pattern, field: `reviews[${i}]`, suffixes: REVIEWS };
    const matches = await listMatches(wanted, files, notes);
    matches.forEach((path) => paths.add(path));
  }
  const found: ReviewFile[] = [];
  for (const path of paths) {
    try {
      const { bytes } = await files.read(path);
      found.push({ path, reviews: parseReviewFile(bytes, path) });
    } catch (error) {
      notes.failures.push(describeFailure(placeFile(path), error));
    }
  }
  return found;
}
