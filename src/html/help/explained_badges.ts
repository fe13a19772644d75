import { viewBadge } from "../../site/badge_view.ts";
import type { ReportLayer } from "../../report/report_layer.ts";
import type { SiteWords } from "../../words/words.ts";
import { type ExplainedGroupView, explainTogether, explainWord } from "./explained_view.ts";

/** Explains the badges of some layers, each once; null where they have none. */
export function explainBadges(
  layers: readonly ReportLayer[],
  words: SiteWords,
): ExplainedGroupView | null {
  const names = [...new Set(layers.flatMap(({ badges }) => badges))].sort();
  const known = names.map((name) => viewBadge(name, words)).flatMap(({ id, name, meaning }) => {
    return meaning === null ? [] : [explainWord({ id, name, meaning })];
  });
  return explainTogether({ id: "badges", name: words.term.groups.badges, words: known });
}
