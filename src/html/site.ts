import script from "../../templates/report.js" with { type: "text" };
import style from "../../templates/style.css" with { type: "text" };
import type { LayerReport } from "../report/layer_report.ts";
import type { Report } from "../report/report.ts";
import { renderTemplate } from "./engine.ts";
import { viewIndex } from "./index_view.ts";
import { viewLayerCss } from "./layer_css_view.ts";
import { findMeasures } from "./layer_subject.ts";
import { viewLayer } from "./layer_view.ts";
import { viewModel } from "./model_view.ts";

/** A file of the site: its text, and its path relative to the report's folder. */
export interface SiteFile {
  readonly path: string;
  readonly content: string;
}

/**
 * Renders a report to pages, one at a time: a page is made when it is asked for
 * and not kept. Pictures, `report.json` and `layer.json` are not among them.
 */
export function* renderSite(
  report: Report,
  layers: readonly LayerReport[],
): Generator<SiteFile, void, undefined> {
  yield { path: ".nojekyll", content: "" }; // else GitHub Pages drops folders that begin with _
  yield { path: "assets/style.css", content: style };
  yield { path: "assets/report.js", content: script };
  yield { path: "index.html", content: renderTemplate("index", viewIndex(report, layers)) };
  for (const model of report.models) {
    const page = renderTemplate("model", viewModel(report, model, layers));
    yield { path: `${model.id}/index.html`, content: page };
    for (const layer of model.layers) {
      const measures = findMeasures(layers, model, layer);
      const view = viewLayer({ report, model, layer, measures });
      const folder = `${model.id}/${layer.id}`;
      yield { path: `${folder}/index.html`, content: renderTemplate("layer", view) };
      const css = renderTemplate("layerCss", viewLayerCss(layer));
      yield { path: `${folder}/layer.css`, content: css };
    }
  }
}
