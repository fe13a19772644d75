import type { LayerReport } from "../../report/layer_report.ts";
import type { Report } from "../../report/report.ts";
import type { SiteWords } from "../../words/words.ts";

/** What the pages of one language are about. */
export interface SiteSubject {
  readonly report: Report;
  /** The measures of the layers. */
  readonly layers: readonly LayerReport[];
  readonly words: SiteWords;
}
