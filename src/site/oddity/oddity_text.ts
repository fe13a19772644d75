import type { OddityKind } from "../../config/oddity_kind.ts";
import type { OddityNumbers } from "../../report/oddity.ts";
import type { Report } from "../../report/report.ts";
import type { ReportModel } from "../../report/report_model.ts";
import type { OddityFacts, SeenKind } from "../../words/en_page/oddity_words.ts";
import type { SiteWords } from "../../words/words.ts";
import { formatCount, formatNumber, formatPercent } from "../format.ts";
import { sawArrays } from "../shown_inputs.ts";

/** Where an oddity was found. */
export interface OddPlace {
  readonly report: Pick<Report, "models">;
  /** The id of its model. */
  readonly model: string;
  readonly words: Pick<SiteWords, "oddity">;
}

/** Tells in one sentence what is odd. */
export function tellOddity(oddity: OddityNumbers, place: OddPlace): string {
  return place.words.oddity.tell[oddity.code](gatherFacts(oddity, place));
}

/** Tells how many pairs are odd, or of what is always one how much it is. */
export function countOddity({ code, count, value }: OddityNumbers): string {
  if (code !== "damage" && code !== "outlier") return formatCount(count);
  return formatValue(code, value);
}

function gatherFacts(oddity: OddityNumbers, { report, model }: OddPlace): OddityFacts {
  const { code, layer, kernel, other, count, of, images, dataset, value, usual } = oddity;
  const find = (id: string | null): Report["models"][number] | undefined =>
    report.models.find((each) => each.id === id);
  return {
    ...{ count, of, images, dataset, seen: findSeen(find(model)?.inputs ?? []) },
    layer: find(model)?.layers.find(({ id }) => id === layer)?.name ?? layer,
    kernel: String(kernel),
    other: other === null ? "" : String(other),
    value: formatValue(code, value),
    usual: usual === null ? "" : (code === "outlier" ? formatNumber : formatPart)(usual),
    model: find(oddity.model)?.name ?? "",
  };
}

function findSeen(inputs: ReportModel["inputs"]): SeenKind {
  if (inputs.every(({ dims }) => dims === null)) return "photo";
  return sawArrays(inputs) ? "array" : "input";
}

function formatValue(kind: OddityKind, value: number | null): string {
  return value === null ? "" : (FORMATS[kind] ?? formatPart)(value);
}

// What is measured; of most a share.
const FORMATS: Readonly<Partial<Record<OddityKind, (value: number) => string>>> = {
  "not-finite": formatCount,
  mergeable: formatCosine,
  "copies-input": (share) => formatPart(Math.min(share, 0.99)), // so much or more
  "never-on": formatNumber,
  "zero-kernel": formatNumber,
  constant: formatNumber,
  outlier: formatNumber,
  "always-on": formatNumber,
};

// One next to 1 is not 1.
function formatCosine(cosine: number): string {
  return cosine === 1 ? "1" : String(Math.min(0.9999, Number(cosine.toFixed(4))));
}

// What is nearly nothing does not read as nothing, nor what is nearly all as all.
function formatPart(share: number): string {
  if (share > 0 && share < 0.01) {
    return `${formatNumber(Number((100 * share).toPrecision(1)))}\u202f%`;
  }
  return formatPercent(share > 0.99 && share < 1 ? 0.99 : share);
}
