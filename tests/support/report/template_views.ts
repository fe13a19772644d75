import type { Views } from "../../../src/html/engine.ts";
import { viewCompare } from "../../../src/html/compare_view.ts";
import { viewIndex } from "../../../src/html/overview/index_view.ts";
import { viewLayerCss } from "../../../src/html/layer/layer_css_view.ts";
import { viewLayer } from "../../../src/html/layer/layer_view.ts";
import { viewModel } from "../../../src/html/overview/model_view.ts";
import { viewSingleFile } from "../../../src/html/single_file_view.ts";
import { layerReports, report } from "./report_fixture.ts";
import { WORDS } from "../../../src/words/translations.ts";

const [model] = report.models;
const words = WORDS.en;

/** What the views of whole pages are made of. */
export const SITE = { report, layers: layerReports, words };
const layers = model!.layers.map((layer, i) => {
  return { words, report, model: model!, layer, measures: layerReports[i]! };
});

const bare = { ...report, note: null, models: [], failures: [] };
const empty = { ...model!, inputs: [], layers: [] };

/** Views of every kind of page, with what they may lack left out in turn. */
export const VIEWS: { readonly [Name in keyof Views]: readonly Views[Name][] } = {
  compare: [viewCompare(SITE), viewCompare({ ...SITE, report: bare, layers: [] })],
  index: [viewIndex(SITE), viewIndex({ ...SITE, report: bare, layers: [] })],
  model: [viewModel(SITE, model!), viewModel({ ...SITE, layers: [] }, empty)],
  layer: [
    ...layers.map(viewLayer),
    ...layers.map((subject) => viewLayer({ ...subject, measures: null })),
    viewLayer({ ...layers[1]!, model: { ...model!, inputs: [] } }),
    viewLayer({ ...layers[1]!, model: crowd() }),
  ],
  layer_css: layers.map(({ layer }) => viewLayerCss(layer)),
  single_file: [
    viewSingleFile(
      new Map<string, Uint8Array | string>([
        ["report.json", JSON.stringify(report)],
        ["images/cat.png", Uint8Array.of(1, 2, 3)],
      ]),
    ),
  ],
};

// So many layers that a page shows the neighbours only.
function crowd(): NonNullable<typeof model> {
  const copies = Array.from({ length: 12 }, (_, i) => ({ ...layers[0]!.layer, id: `copy-${i}` }));
  return { ...model!, layers: [...model!.layers, ...copies] };
}
