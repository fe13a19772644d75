import type { Report } from "../../report/report.ts";
import type { CutTileView } from "../../site/tile/cut_tile.ts";
import type { SiteWords } from "../../words/words.ts";
import { explainBadges } from "./explained_badges.ts";
import { explainTogether, explainWord } from "./explained_view.ts";
import { type HelpView, viewHelp } from "./help_view.ts";

/** What the help of the page that compares speaks of: a picture of A and one of B, where there are some. */
export interface PicturedSides {
  readonly a: CutTileView | null;
  readonly b: CutTileView | null;
}

/** Views the help of the page that compares. */
export function viewCompareHelp(
  { models, comparisons }: Report,
  { a, b }: PicturedSides,
  words: SiteWords,
): HelpView {
  const { help: { reading: { compare: says } }, term, compare, ranking } = words;
  const numbers = (["change", "ratio", "cosine", "correlation"] as const).map((id) => {
    return explainWord({ id, name: compare[id], meaning: term.compared[id] });
  });
  const ranked = (["worst", "median", "moved"] as const).map((id) => {
    return explainWord({ id, name: ranking.columns[id], meaning: term.ranked[id] });
  });
  return viewHelp({
    keys: "compare",
    sentences: [
      ...comparisons.length > 0 ? [[says.ranking] as const] : [],
      [says.sides, a],
      [says.numbers, b],
      [says.sort],
    ],
    explained: [
      explainTogether({ id: "numbers", name: term.groups.numbers, words: numbers }),
      comparisons.length === 0
        ? null
        : explainTogether({ id: "ranked", name: term.groups.ranked, words: ranked }),
      explainBadges(models.flatMap(({ layers }) => layers), words),
    ],
  }, words);
}
