import type { ReportModel } from "../report/report.ts";
import type { Words } from "../words/words.ts";
import { namePage } from "../words/language.ts";
import { encodePath } from "./address.ts";

/** The finding of a model: the view of `finding.hbs`. */
export interface FindingView {
  readonly href: string;
  /** The layer that it is about. */
  readonly layer: string;
  readonly sentence: string;
}

/** Views what the first layer shows that has a rule; null where none has. */
export function viewFinding(
  { layers }: ReportModel,
  { base, words }: { readonly base: string; readonly words: Words },
): FindingView | null {
  for (const { id, name, rule } of layers) {
    if (rule === null) continue;
    return {
      href: `${base}${encodePath(id)}/${namePage(words.language)}#rule`,
      layer: name,
      sentence: words.rule.sentence(rule),
    };
  }
  return null;
}
