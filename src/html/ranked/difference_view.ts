import { nameComparePage } from "../../plan/language.ts";
import type { Report } from "../../report/report.ts";
import type { ReportComparison } from "../../report/report_comparison.ts";
import { linkPair } from "../../site/compare/compared_link.ts";
import type { SiteWords } from "../../words/words.ts";
import { breakName } from "../../site/name/broken_name.ts";
import type { ReportModel } from "../../report/report_model.ts";
import { listWorst, tellWorst } from "./worst_text.ts";

/** How far two models are apart, in a line: the view of `difference.hbs`. */
export interface DifferenceView {
  /** Where they are compared, at the pair that differs most. */
  readonly href: string;
  /** The sentence in parts, between which a line may end. */
  readonly parts: readonly string[];
  /** What to know before judging it; null where nothing is. */
  readonly note: string | null;
}

/** What a page that tells of comparisons is about. */
interface DifferenceSubject {
  readonly report: Pick<Report, "models">;
  readonly words: SiteWords;
  /** The way from the page to the report's folder, empty or ending in `/`. */
  readonly root: string;
}

const MOST = 3;

/** Views how far models of a report are from each other, those that differ most first. */
export function viewDifferences(
  comparisons: readonly ReportComparison[],
  subject: DifferenceSubject,
): readonly DifferenceView[] {
  const known = comparisons.filter(({ layers }) => findWorst(layers) >= 0);
  const sorted = known.toSorted((one, other) => {
    return Number(other.learnedAlike) - Number(one.learnedAlike) ||
      findWorst(other.layers) - findWorst(one.layers);
  });
  const { words: { language, ranking }, root } = subject;
  const rest = sorted.length - MOST;
  return [
    ...sorted.slice(0, MOST).map((comparison) => viewDifference(comparison, subject)),
    ...rest > 0
      ? [{
        href: `${root}${nameComparePage(language)}`,
        parts: [ranking.others(rest)],
        note: null,
      }]
      : [],
  ];
}

function findWorst(layers: ReportComparison["layers"]): number {
  return Math.max(-1, ...layers.map(({ worstError }) => worstError ?? -1));
}

function viewDifference(
  comparison: ReportComparison,
  { report, words, root }: DifferenceSubject,
): DifferenceView {
  const find = (id: string): ReportModel => report.models.find((model) => model.id === id)!;
  const models = { a: find(comparison.a), b: find(comparison.b) };
  const [worst] = comparison.learnedAlike ? listWorst(comparison.layers, models.a) : [];
  const page = `${root}${nameComparePage(words.language)}`;
  return {
    href: worst === undefined ? page : `${page}${linkPair(comparison, worst)}`,
    parts: breakName(tellWorst(comparison, models, words)),
    note: comparison.seenAlike ? null : words.ranking.notAlike,
  };
}
