import { settleVerdict } from "../config/review.ts";
import type { ReportLayer } from "../report/report.ts";
import type { Words } from "../words/words.ts";

/** Says what reviewers found the pairs of a layer to be, such as `3 reviewed: 1 suspicious`. */
export function tallyReviews({ reviews }: ReportLayer, { review }: Words): string | null {
  if (reviews.length === 0) return null;
  const byKernel = Map.groupBy(reviews, ({ kernel }) => kernel);
  const verdicts = [...byKernel.values()].map((those) =>
    settleVerdict(those.map(({ verdict }) => verdict))
  );
  const count = (wanted: string): number => verdicts.filter((each) => each === wanted).length;
  return review.tally({
    reviewed: verdicts.length,
    suspicious: count("suspicious"),
    dead: count("dead"),
  });
}
