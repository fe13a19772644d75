import type { Report, ReportRule } from "../report/report.ts";
import { namePhoto } from "./photo_view.ts";
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

const COLUMNS: readonly (RelationName & { readonly name: string })[] = [
  { name: "DC gain", kernel: "dcGain", map: "keepsPicture" },
  { name: "chroma", kernel: "chroma", map: "keepsPicture" },
  { name: "chroma, DC gain fixed", kernel: "chroma", map: "keepsPicture", held: "dcGain" },
];

/** Views the rule on each photo; null where there are not two to compare. */
export function viewPhotoRules(report: Report, { photos }: ReportRule): PhotoRulesView | null {
  const all = photos.map((rule) => COLUMNS.map((column) => viewRelation(rule, column)));
  const used = COLUMNS.map((_, i) => all.some((cells) => cells[i]!.value !== null));
  if (photos.length < 2 || !used.includes(true)) return null;
  return {
    columns: COLUMNS.filter((_, i) => used[i]).map(({ name }) => name),
    rows: photos.map(({ image }, p) => {
      return { name: namePhoto(report, image), cells: all[p]!.filter((_, i) => used[i]) };
    }),
  };
}
