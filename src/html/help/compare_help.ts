import type { Report } from "../../report/report.ts";
import type { SiteWords } from "../../words/words.ts";
import { explainBadges } from "./explained_badges.ts";
import { explainTogether, explainWord } from "./explained_view.ts";
import { type HelpView, viewHelp } from "./help_view.ts";

/** Views the help of the page that compares. */
export function viewCompareHelp(
  { models, comparisons }: Report,
  words: SiteWords,
): HelpView {
  const { help: { reading: { compare: says } }, term, compare } = words;
  const numbers = (["change", "ratio", "cosine", "correlation"] as const).map((id) => {
    return explainWord({ id, name: compare[id], meaning: term.compared[id] });
  });
  return viewHelp({
    keys: "compare",
    sentences: [
      ...comparisons.length > 0 ? [[says.ranking] as const] : [],
      [says.sides],
      [says.numbers],
      [says.sort],
    ],
    explained: [
      explainTogether({ id: "numbers", name: term.groups.numbers, words: numbers }),
      explainBadges(models.flatMap(({ layers }) => layers), words),
    ],
  }, words);
}
