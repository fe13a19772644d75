import type { Report } from "../../report/report.ts";
import type { ReportRule } from "../../report/report_layer.ts";
import type { SiteWords } from "../../words/words.ts";
import { namePhoto } from "../../site/photo_view.ts";
import { type RelationName, type RelationView, viewRelation } from "./relation_view.ts";

/** The rule on each photo by itself: the view of `photo_rules.hbs`. */
export interface PhotoRulesView {
  readonly columns: readonly string[];
  readonly rows: readonly PhotoRuleView[];
}

/** The rule on one photo. */
export interface PhotoRuleView {
  readonly name: string;
  readonly cells: readonly RelationView[];
}

const COLUMNS: readonly RelationName[] = [
  { kernel: "dcGain", map: "keepsPicture" },
  { kernel: "chroma", map: "keepsPicture" },
  { kernel: "chroma", map: "keepsPicture", held: "dcGain" },
];

/** Views the rule on each photo; null where there are not two to compare. */
export function viewPhotoRules(
  report: Report,
  { photos }: ReportRule,
  words: SiteWords,
): PhotoRulesView | null {
  const all = photos.map((rule) => COLUMNS.map((column) => viewRelation(rule, column)));
  const used = COLUMNS.map((_, i) => all.some((cells) => cells[i]!.value !== null));
  if (photos.length < 2 || !used.includes(true)) return null;
  return {
    columns: COLUMNS.filter((_, i) => used[i]).map((column) => nameColumn(column, words)),
    rows: photos.map(({ image }, p) => {
      return { name: namePhoto(report, image), cells: all[p]!.filter((_, i) => used[i]) };
    }),
  };
}

function nameColumn(
  { kernel, held = null }: RelationName,
  { finding: { photos }, measure: { kernels } }: SiteWords,
): string {
  const { name } = kernels[kernel];
  return held === null ? name : photos.held(name, kernels[held].name);
}
