import { LANGUAGES, namePage } from "../plan/language.ts";
import { visibleOrderInJson } from "../config/problem/visible.ts";
import { writeDataScript } from "../report/data_script.ts";
import type { DatasetColumns, DatasetNumbers } from "../report/dataset/dataset_columns.ts";
import type { LayerFile, LoadedLayerFile } from "../report/layer_file.ts";
import type { ReportModel } from "../report/report_model.ts";
import { gatherDatasetFile, nameDatasetFile } from "../site/dataset/dataset_file.ts";
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
  const file = gatherLayerFile(measures, subject);
  const json = writeJson(file, LAYER_DIGITS);
  return [
    ...pages,
    css,
    { path: `${folder}/layer.json`, content: json },
    ...writeLayerScripts(`${folder}/layer`, { file, json, model }),
  ];
}

// Of a dataset the numbers of kernels come at once, the cells of its photos when they are asked for.
function writeLayerScripts(
  name: string,
  { file, json, model }: {
    readonly file: LayerFile;
    readonly json: string;
    readonly model: ReportModel;
  },
): readonly SiteFile[] {
  const { dataset } = file;
  if (dataset === null) {
    return [{ path: `${name}.js`, content: writeLayerScript(name, json) }];
  }
  const loaded = { ...file, dataset: keepNumbers(dataset) } satisfies LoadedLayerFile;
  const cells = gatherDatasetFile(dataset, model);
  return [[name, loaded] as const, [nameDatasetFile(name), cells] as const].map(
    ([name, content]) => {
      const path = `${name}.js`;
      return { path, content: writeLayerScript(name, writeJson(content, LAYER_DIGITS)) };
    },
  );
}

function keepNumbers(dataset: DatasetColumns): DatasetNumbers {
  const { strongest: _strongest, middle: _middle, named: _named, ...numbers } = dataset;
  return numbers;
}

// As on the pages, no text in it turns the order of others round.
function writeLayerScript(name: string, json: string): Uint8Array {
  return writeDataScript(name, new TextEncoder().encode(visibleOrderInJson(json)), "text");
}
