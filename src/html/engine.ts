import { compileTemplates } from "../site/template.ts";
import type { CompareView } from "./compare/compare_view.ts";
import type { IndexView } from "./overview/index_view.ts";
import type { LayerCssView } from "./layer/layer_css_view.ts";
import type { LayerView } from "./layer/layer_view.ts";
import type { ModelView } from "./overview/model_view.ts";
import type { SingleFileView } from "./single_file_view.ts";
import * as sources from "./templates.ts";

/** The templates that make a file, each with the view it takes. */
export interface Views {
  readonly compare: CompareView;
  readonly index: IndexView;
  readonly model: ModelView;
  readonly layer: LayerView;
  readonly layer_css: LayerCssView;
  readonly single_file: SingleFileView;
}

/**
 * Renders a view with the template of its name. Reports are written with a bundle of this module,
 * whose templates are functions already.
 */
export const renderTemplate = compileTemplates<Views>(sources);
