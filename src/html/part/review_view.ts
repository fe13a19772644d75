import { settleVerdict } from "../../config/review.ts";
import type { ReportLayer } from "../../report/report_layer.ts";
import type { SiteWords } from "../../words/words.ts";

/** What the report's files say of a layer's pairs: the view of `reviews.hbs`. */
export interface ReviewsView {
  /** What the list is, and its count. */
  readonly caption: string;
  readonly rows: readonly ReviewRowView[];
}

/** One review. */
export interface ReviewRowView {
  readonly index: string;
  readonly verdict: string;
  readonly note: string;
  /** Who says so, and in which file. */
  readonly from: string;
}

/** Views the reviews of a layer; null where there is none. */
export function viewReviews(layer: ReportLayer, words: SiteWords): ReviewsView | null {
  const tally = tallyReviews(layer, words);
  const { review } = words;
  return tally === null ? null : {
    caption: review.list(tally),
    rows: layer.reviews.map(({ kernel, verdict, note, reviewer, source }) => ({
      index: String(kernel),
      verdict: review[verdict],
      note,
      from: review.from(reviewer, source),
    })),
  };
}

/** Says what reviewers found the pairs of a layer to be, such as `3 reviewed: 1 suspicious`. */
export function tallyReviews({ reviews }: ReportLayer, { review }: SiteWords): string | null {
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
