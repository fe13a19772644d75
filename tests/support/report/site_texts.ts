import { renderSite } from "../../../src/html/site.ts";
import type { LayerReport } from "../../../src/report/layer_report.ts";
import type { Report } from "../../../src/report/report.ts";
import { decodeScript } from "./data_script.ts";

/** Renders the files of a site as texts, by path. */
export function renderTexts(
  report: Report,
  layers: readonly LayerReport[],
): ReadonlyMap<string, string> {
  return new Map(
    [...renderSite(report, layers)].map(({ path, content }) => [
      path,
      typeof content === "string" ? content : decodeScript(content),
    ]),
  );
}
