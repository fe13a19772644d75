import type { LayerReport } from "../report/layer_report.ts";
import { writeDataScript } from "../report/data_script.ts";
import type { Report } from "../report/report.ts";
import { visibleOrderInJson } from "../config/problem/visible.ts";
import {
  LANGUAGES,
  nameComparePage,
  nameCompareScript,
  namePage,
  nameScript,
} from "../plan/language.ts";
import { WORDS } from "../words/translations.ts";
import { COMPARE_SCRIPTS, headScript, SCRIPTS, style } from "./assets.ts";
import { viewCompare } from "./compare_view.ts";
import { renderTemplate } from "./compiled_engine.ts";
import { viewIndex } from "./overview/index_view.ts";
import { gatherLayerFile } from "../site/layer_data.ts";
import { viewLayerCss } from "./layer/layer_css_view.ts";
import { indexMeasures, type LayerSubject } from "../site/layer_subject.ts";
import { viewLayer } from "./layer/layer_view.ts";
import { viewModel } from "./overview/model_view.ts";
import type { SiteSubject } from "./part/site_subject.ts";
import { writeJson } from "../report/json.ts";
import { LAYER_DIGITS } from "../report/layer_digits.ts";

/** A file of the site: its content, and its path relative to the report's folder. */
export interface SiteFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/**
 * Renders a report to pages, one at a time: a page is made when it is asked for
 * and not kept. Pictures and `report.json` are not among them.
 */
export function* renderSite(
  report: Report,
  layers: readonly LayerReport[],
): Generator<SiteFile, void, undefined> {
  yield { path: ".nojekyll", content: "" }; // else GitHub Pages drops folders that begin with _
  yield { path: "assets/style.css", content: style };
  yield { path: "assets/head.js", content: headScript };
  for (const language of LANGUAGES) {
    yield { path: `assets/${nameScript(language)}`, content: SCRIPTS[language] };
    yield { path: `assets/${nameCompareScript(language)}`, content: COMPARE_SCRIPTS[language] };
  }
  for (const language of LANGUAGES) {
    yield* renderOverview({ report, layers, words: WORDS[language] });
  }
  for (const model of report.models) {
    const own = indexMeasures(layers, model);
    for (const layer of model.layers) {
      yield* renderLayer({ report, model, layer, measures: own.get(layer.id) ?? null });
    }
  }
}

function* renderOverview(subject: SiteSubject): Generator<SiteFile, void, undefined> {
  const { report, words: { language } } = subject;
  const page = namePage(language);
  yield { path: page, content: renderTemplate("index", viewIndex(subject)) };
  const compare = renderTemplate("compare", viewCompare(subject));
  yield { path: nameComparePage(language), content: compare };
  for (const model of report.models) {
    const content = renderTemplate("model", viewModel(subject, model));
    yield { path: `${model.id}/${page}`, content };
  }
}

// In every language at once: what was measured of a layer may have been set aside.
function* renderLayer(
  subject: Omit<LayerSubject, "words">,
): Generator<SiteFile, void, undefined> {
  const { model, layer, measures } = subject;
  const folder = `${model.id}/${layer.id}`;
  for (const language of LANGUAGES) {
    const view = viewLayer({ ...subject, words: WORDS[language] });
    yield { path: `${folder}/${namePage(language)}`, content: renderTemplate("layer", view) };
  }
  yield { path: `${folder}/layer.css`, content: renderTemplate("layer_css", viewLayerCss(layer)) };
  if (measures === null) return;
  const json = writeJson(gatherLayerFile(measures, subject), LAYER_DIGITS);
  yield { path: `${folder}/layer.json`, content: json };
  yield { path: `${folder}/layer.js`, content: writeLayerScript(`${folder}/layer`, json) };
}

// As on the pages, no text in it turns the order of others round.
function writeLayerScript(name: string, json: string): Uint8Array {
  return writeDataScript(name, new TextEncoder().encode(visibleOrderInJson(json)), "text");
}
