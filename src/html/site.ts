import { visibleOrderInJson } from "../config/problem/visible.ts";
import { writeDataScript } from "../report/data_script.ts";
import { writeJson } from "../report/json.ts";
import type { LayerReport } from "../report/layer_report.ts";
import type { Report } from "../report/report.ts";
import { LANGUAGES, nameComparePage, namePage } from "../plan/language.ts";
import { gatherLayersFile, LAYERS_DIGITS } from "../site/atlas/gathered_layers.ts";
import { type LayersFile, nameLayersFile } from "../site/atlas/layers_file.ts";
import { indexMeasures } from "../site/layer_subject.ts";
import { WORDS } from "../words/translations.ts";
import {
  DATASET_SCRIPT,
  datasetStyle,
  drawings,
  headScript,
  PAGE_SCRIPTS,
  style,
} from "./assets.ts";
import { DATASET_STYLE } from "../site/dataset/dataset_file.ts";
import { DRAWINGS } from "../site/drawing.ts";
import { viewCompare } from "./compare/compare_view.ts";
import { renderTemplate } from "./compiled_engine.ts";
import { viewIndex } from "./overview/index_view.ts";
import { type GatheredModel, viewModel } from "./overview/model_view.ts";
import type { SiteSubject } from "./part/site_subject.ts";
import type { SiteFile } from "./site_file.ts";

/**
 * Renders what is no layer's of a site, one file at a time: a page is made when it is asked for and
 * not kept. Pictures and `report.json` are not among them.
 */
export function* renderSite(
  report: Report,
  layers: readonly LayerReport[],
): Generator<SiteFile, void, undefined> {
  yield { path: ".nojekyll", content: "" }; // else GitHub Pages drops folders that begin with _
  yield { path: "assets/style.css", content: style };
  yield { path: "assets/head.js", content: headScript };
  yield { path: `${DRAWINGS}.js`, content: writeText(DRAWINGS, drawings) };
  if (report.dataset !== null) yield { path: DATASET_STYLE, content: datasetStyle };
  const scripts = [...PAGE_SCRIPTS, ...report.dataset === null ? [] : [DATASET_SCRIPT]];
  for (const language of LANGUAGES) {
    for (const { name, content } of scripts) {
      yield { path: `assets/${name(language)}`, content: content[language] };
    }
  }
  const models = report.models.map((model): GatheredModel => {
    const file = gatherLayersFile(model, indexMeasures(layers, model), report.comparisons);
    return { model, file };
  });
  for (const language of LANGUAGES) {
    yield* renderOverview({ report, layers, words: WORDS[language] }, models);
  }
  for (const { file } of models) yield renderLayersFile(file);
}

// As on the pages, no text in it turns the order of others round.
function renderLayersFile(file: LayersFile): SiteFile {
  const name = nameLayersFile(file.model.id);
  const json = visibleOrderInJson(writeJson(file, LAYERS_DIGITS));
  return { path: `${name}.js`, content: writeText(name, json) };
}

function writeText(name: string, text: string): Uint8Array {
  return writeDataScript(name, new TextEncoder().encode(text), "text");
}

function* renderOverview(
  subject: SiteSubject,
  models: readonly GatheredModel[],
): Generator<SiteFile, void, undefined> {
  const { language } = subject.words;
  const page = namePage(language);
  yield { path: page, content: renderTemplate("index", viewIndex(subject)) };
  const compare = renderTemplate("compare", viewCompare(subject));
  yield { path: nameComparePage(language), content: compare };
  for (const each of models) {
    const content = renderTemplate("model", viewModel(subject, each));
    yield { path: `${each.model.id}/${page}`, content };
  }
}
