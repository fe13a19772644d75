import { LANGUAGES, namePage } from "../plan/language.ts";
import { visibleOrderInJson } from "../config/problem/visible.ts";
import { writeDataScript } from "../report/data_script.ts";
import type { DatasetColumns, DatasetNumbers } from "../report/dataset/dataset_columns.ts";
import type { LayerFile, LoadedLayerFile } from "../report/layer_file.ts";
import type { ReportModel } from "../report/report_model.ts";
import { gatherDatasetFile, nameDatasetFile } from "../site/dataset/dataset_file.ts";
import { shortenNumbers, writeShort } from "../report/json.ts";
import { packValue } from "../report/packed/packed_value.ts";
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
  const file = shortenNumbers(gatherLayerFile(measures, subject), LAYER_DIGITS);
  return [
    ...pages,
    css,
    { path: `${folder}/layer.json`, content: writeShort(file) },
    ...writeLayerScripts(`${folder}/layer`, file, model),
  ];
}

// Of a dataset the numbers of kernels come at once, the cells of its photos when they are asked for.
function writeLayerScripts(
  name: string,
  { exciting: _exciting, dataset, ...file }: LayerFile,
  model: ReportModel,
): readonly SiteFile[] {
  const loaded: LoadedLayerFile = { ...file, dataset: dataset && keepNumbers(dataset) };
  return [
    writeLayerScript(name, loaded),
    ...dataset === null
      ? []
      : [writeLayerScript(nameDatasetFile(name), gatherDatasetFile(dataset, model))],
  ];
}

function keepNumbers(dataset: DatasetColumns): DatasetNumbers {
  const { strongest: _strongest, middle: _middle, named: _named, ...numbers } = dataset;
  return numbers;
}

// As on the pages, no text in it turns the order of others round.
function writeLayerScript(name: string, content: unknown): SiteFile {
  const bytes = packValue(content, (rest) => visibleOrderInJson(JSON.stringify(rest)));
  return { path: `${name}.js`, content: writeDataScript(name, bytes, "text") };
}
