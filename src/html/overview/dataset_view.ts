import type { ReportDataset } from "../../report/dataset/report_dataset.ts";
import { formatBytes } from "../../reason/byte_size.ts";
import { formatCount } from "../../site/format.ts";
import type { SiteWords } from "../../words/words.ts";

/** The dataset of a report: the view of `dataset.hbs`. */
export interface DatasetView {
  readonly said: string;
  /** How many photos could not be measured, in words; null where all were. */
  readonly broken: string | null;
  /** The first of these. */
  readonly named: readonly BrokenPhotoView[];
  /** How many more there are, in words; null where all are named. */
  readonly more: string | null;
}

/** A photo that could not be measured. */
export interface BrokenPhotoView {
  readonly path: string;
  /** The model that does not take it; null where none can. */
  readonly model: string | null;
  readonly message: string;
}

const NAMED = 100;

/** Views the dataset of a report; null where it has none. */
export function viewDataset(
  dataset: ReportDataset | null,
  { overview: { dataset: words } }: SiteWords,
): DatasetView | null {
  if (dataset === null) return null;
  const { photos, bytes, labels, broken } = dataset;
  const lost = new Set(broken.map(({ path }) => path)).size;
  const more = broken.length - NAMED;
  return {
    said: words.said(photos, formatBytes(bytes), labels === null ? null : labels.length),
    broken: lost > 0 ? words.broken(lost) : null,
    named: broken.slice(0, NAMED),
    more: more > 0 ? words.more(formatCount(more)) : null,
  };
}
