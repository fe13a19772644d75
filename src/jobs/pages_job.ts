import type { Job } from "../effects.ts";
import { renderLayer } from "../html/layer_site.ts";
import type { SiteFile } from "../html/site_file.ts";
import type { LayerReport } from "../report/layer_report.ts";
import type { Report } from "../report/report.ts";

/** A layer of which the pages are rendered. */
export interface PagesInput {
  /** The report as JSON, which is the same for all its layers. */
  readonly report: string;
  /** The places of the model in the report, and of the layer in the model. */
  readonly model: number;
  readonly layer: number;
  /** Null where nothing was measured. */
  readonly measures: LayerReport | null;
}

/** Renders the files of a layer. */
export const pagesJob: Job<PagesInput, readonly SiteFile[]> = {
  name: "pages",
  work: (input) => Promise.resolve(renderPages(input)),
};

function renderPages({ report: text, measures, ...at }: PagesInput): SiteFile[] {
  const report = parseReport(text);
  const model = report.models[at.model]!;
  return renderLayer({ report, model, layer: model.layers[at.layer]!, measures });
}

let known: { readonly text: string; readonly report: Report } | null = null;

// A thread is given the same one for many layers.
function parseReport(text: string): Report {
  if (known?.text !== text) known = { text, report: JSON.parse(text) };
  return known.report;
}
