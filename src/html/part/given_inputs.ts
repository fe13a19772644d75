import type { ReportGiven, ReportModel } from "../../report/report_model.ts";
import type { SiteWords } from "../../words/words.ts";
import type { DetailView } from "./detail_view.ts";
import { formatNumber } from "../../site/format.ts";

/** Views what a network of several inputs was fed with; nothing where it has one for the photo alone. */
export function viewGivenInputs(
  { imageInput, given }: ReportModel,
  words: SiteWords,
): readonly DetailView[] {
  const { terms } = words.overview;
  if (given.length === 0) return [];
  const others = given.map((each) => `${each.input}: ${describeGiven(each, words)}`);
  return [
    ...imageInput === null ? [] : [{ term: terms.photoInput, value: imageInput }],
    { term: terms.otherInputs, value: words.count.names(others) },
  ];
}

function describeGiven({ value, count, photo, npy }: ReportGiven, { overview }: SiteWords): string {
  if (value !== null) return formatNumber(value);
  return photo ?? npy ?? overview.numbers(count ?? 0);
}
