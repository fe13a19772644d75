import Handlebars from "handlebars";
import badges from "../../templates/badges.hbs" with { type: "text" };
import card from "../../templates/card.hbs" with { type: "text" };
import classes from "../../templates/classes.hbs" with { type: "text" };
import compare from "../../templates/compare.hbs" with { type: "text" };
import controls from "../../templates/controls.hbs" with { type: "text" };
import correlations from "../../templates/correlations.hbs" with { type: "text" };
import failures from "../../templates/failures.hbs" with { type: "text" };
import grid from "../../templates/grid.hbs" with { type: "text" };
import index from "../../templates/index.hbs" with { type: "text" };
import kernelLinks from "../../templates/kernel_links.hbs" with { type: "text" };
import keeps from "../../templates/keeps.hbs" with { type: "text" };
import layerCss from "../../templates/layer.css.hbs" with { type: "text" };
import layer from "../../templates/layer.hbs" with { type: "text" };
import mark from "../../templates/mark.hbs" with { type: "text" };
import marks from "../../templates/marks.hbs" with { type: "text" };
import measures from "../../templates/measures.hbs" with { type: "text" };
import model from "../../templates/model.hbs" with { type: "text" };
import notices from "../../templates/notices.hbs" with { type: "text" };
import page from "../../templates/page.hbs" with { type: "text" };
import panel from "../../templates/panel.hbs" with { type: "text" };
import photoRules from "../../templates/photo_rules.hbs" with { type: "text" };
import photos from "../../templates/photos.hbs" with { type: "text" };
import plot from "../../templates/plot.hbs" with { type: "text" };
import preprocess from "../../templates/preprocess.hbs" with { type: "text" };
import quad from "../../templates/quad.hbs" with { type: "text" };
import relation from "../../templates/relation.hbs" with { type: "text" };
import review from "../../templates/review.hbs" with { type: "text" };
import reviews from "../../templates/reviews.hbs" with { type: "text" };
import reviewTools from "../../templates/review_tools.hbs" with { type: "text" };
import rule from "../../templates/rule.hbs" with { type: "text" };
import scatter from "../../templates/scatter.hbs" with { type: "text" };
import shares from "../../templates/shares.hbs" with { type: "text" };
import singleFile from "../../templates/single_file.hbs" with { type: "text" };
import thumb from "../../templates/thumb.hbs" with { type: "text" };
import tileCss from "../../templates/tile_css.hbs" with { type: "text" };
import trail from "../../templates/trail.hbs" with { type: "text" };
import under from "../../templates/under.hbs" with { type: "text" };
import dialogs from "../../templates/dialogs.hbs" with { type: "text" };
import { visibleOrder } from "../config/problem/visible.ts";
import type { CompareView } from "./compare_view.ts";
import type { IndexView } from "./overview/index_view.ts";
import type { LayerCssView } from "./layer/layer_css_view.ts";
import type { LayerView } from "./layer/layer_view.ts";
import type { ModelView } from "./overview/model_view.ts";
import type { SingleFileView } from "./single_file_view.ts";

/** The templates that make a file, each with the view it takes. */
export interface Views {
  readonly compare: CompareView;
  readonly index: IndexView;
  readonly model: ModelView;
  readonly layer: LayerView;
  readonly layerCss: LayerCssView;
  readonly singleFile: SingleFileView;
}

const engine = Handlebars.create();

// Strict: a name that a view lacks throws. Only `each` and `if`: logic belongs to the views.
const OPTIONS: CompileOptions = {
  strict: true,
  knownHelpersOnly: true,
  preventIndent: true,
};

const partials = {
  badges,
  card,
  classes,
  controls,
  correlations,
  failures,
  grid,
  keeps,
  kernel_links: kernelLinks,
  mark,
  marks,
  measures,
  notices,
  page,
  panel,
  photo_rules: photoRules,
  photos,
  plot,
  preprocess,
  quad,
  relation,
  review,
  review_tools: reviewTools,
  reviews,
  rule,
  scatter,
  shares,
  thumb,
  tile_css: tileCss,
  trail,
  under,
  dialogs,
};
for (const [name, source] of Object.entries(partials)) {
  engine.registerPartial(name, engine.compile(source, OPTIONS));
}

const templates = {
  compare: engine.compile(compare, OPTIONS),
  index: engine.compile(index, OPTIONS),
  model: engine.compile(model, OPTIONS),
  layer: engine.compile(layer, OPTIONS),
  layerCss: engine.compile(layerCss, OPTIONS),
  singleFile: engine.compile(singleFile, OPTIONS),
};

/** Renders a view with the template of its name; names in it cannot turn the order of its text round. */
export function renderTemplate<Name extends keyof Views>(name: Name, view: Views[Name]): string {
  return visibleOrder(templates[name](view));
}
