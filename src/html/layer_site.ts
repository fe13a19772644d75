import { LANGUAGES, namePage } from "../plan/language.ts";
import { visibleOrderInJson } from "../config/problem/visible.ts";
import { writeDataScript } from "../report/data_script.ts";
import { writeJson } from "../report/json.ts";
import { LAYER_DIGITS } from "../report/layer_digits.ts";
import { gatherLayerFile } from "../site/layer_data.ts";
import type { LayerSubject } from "../site/layer_subject.ts";
import { WORDS } from "../words/translations.ts";
import { renderTemplate } from "./compiled_engine.ts";
import { viewLayerCss } from "./layer/layer_css_view.ts";
import { viewLayer } from "./layer/layer_view.ts";
import type { SiteFile } from "./site_file.ts";

/** Renders the files of a layer: a page a language, their style, and what was measured. */
export function renderLayer(subject: Omit<LayerSubject, "words">): SiteFile[] {
  const { model, layer, measures } = subject;
  const folder = `${model.id}/${layer.id}`;
  const pages = LANGUAGES.map((language): SiteFile => {
    const view = viewLayer({ ...subject, words: WORDS[language] });
    return { path: `${folder}/${namePage(language)}`, content: renderTemplate("layer", view) };
  });
  const css = {
    path: `${folder}/layer.css`,
    content: renderTemplate("layer_css", viewLayerCss(layer)),
  };
  if (measures === null) return [...pages, css];
  const json = writeJson(gatherLayerFile(measures, subject), LAYER_DIGITS);
  return [
    ...pages,
    css,
    { path: `${folder}/layer.json`, content: json },
    { path: `${folder}/layer.js`, content: writeLayerScript(`${folder}/layer`, json) },
  ];
}

// As on the pages, no text in it turns the order of others round.
function writeLayerScript(name: string, json: string): Uint8Array {
  return writeDataScript(name, new TextEncoder().encode(visibleOrderInJson(json)), "text");
}
