import minimap from "../../../templates/page/minimap.hbs" with { type: "text" };
import { type Language, namePage } from "../../plan/language.ts";
import { encodePath } from "../../site/address.ts";
import type { LayersFile } from "../../site/atlas/layers_file.ts";
import { ATLAS_UNIT, layoutRow, type RowPath } from "../../site/atlas/row_layout.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import { compileTemplates } from "../../site/template.ts";
import { loadLayers } from "../files/layers.ts";
import { fill, find, findPart } from "../shell/dom.ts";
import { keepView } from "../shell/kept_view.ts";
import type { Page } from "../shell/page.ts";

/** The layers of the network as bars in the head of a layer's page, with the place where one is. */
export const MINIMAP: Page = {
  start(signal, { words: { language }, files }): void {
    const place = find(HOOKS.minimap);
    const { root = "", layer = "" } = findPart("main").dataset;
    if (!place || layer === "") return;
    const model = layer.split("/")[0]!;
    void loadLayers(files, root, model).then((file) => {
      if (signal.aborted) return;
      fill(place, render("minimap", viewMinimap(file, place.dataset.minimap!, language)));
    });
    place.addEventListener("pointerdown", ({ target }) => {
      const link = target instanceof Element ? target.closest("a") : null;
      link?.setAttribute("href", keepView(link.getAttribute("href")!));
    });
  },
};

/** The layers of a network as bars: the view of `minimap.hbs`. */
export interface MinimapView {
  readonly width: string;
  readonly height: string;
  readonly paths: readonly RowPath[];
  /** Where the layer stands whose page it is. */
  readonly here: string;
  readonly columns: readonly {
    readonly href: string;
    readonly title: string;
    readonly x: string;
  }[];
}

const render = compileTemplates<{ readonly minimap: MinimapView }>({ minimap });

// As high as their maps are.
function viewMinimap(
  { layers, rows: { side } }: LayersFile,
  current: string,
  language: Language,
): MinimapView {
  const alike = layers.map(() => 1);
  const none = layers.map(() => null);
  const sides = side ?? { value: alike, low: none, high: none };
  const at = layers.findIndex(({ id }) => id === current);
  return {
    width: String(layers.length * ATLAS_UNIT.width),
    height: String(ATLAS_UNIT.height),
    paths: layoutRow("side", sides, layers.map(({ form }) => form)).paths,
    here: String(at * ATLAS_UNIT.width),
    columns: layers.map(({ id, name }, place) => ({
      href: `../${encodePath(id)}/${namePage(language)}`,
      title: `${place + 1}. ${name}`,
      x: String(place * ATLAS_UNIT.width),
    })),
  };
}
