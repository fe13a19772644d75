import { renderLayer } from "../../../src/html/layer_site.ts";
import { renderSite } from "../../../src/html/site.ts";
import type { SiteFile } from "../../../src/html/site_file.ts";
import type { LayerReport } from "../../../src/report/layer_report.ts";
import type { Report } from "../../../src/report/report.ts";
import { indexMeasures } from "../../../src/site/layer_subject.ts";
import { decodeScript } from "./data_script.ts";

/** Renders all files of a site, those of layers behind the others. */
export function renderFiles(report: Report, layers: readonly LayerReport[]): SiteFile[] {
  const own = report.models.flatMap((model) => {
    const measures = indexMeasures(layers, model);
    return model.layers.flatMap((layer) =>
      renderLayer({ report, model, layer, measures: measures.get(layer.id) ?? null })
    );
  });
  return [...renderSite(report, layers), ...own];
}

/** Renders the files of a site as texts, by path. */
export function renderTexts(
  report: Report,
  layers: readonly LayerReport[],
): ReadonlyMap<string, string> {
  return new Map(
    renderFiles(report, layers).map(({ path, content }) => [
      path,
      typeof content === "string" ? content : decodeScript(content),
    ]),
  );
}
