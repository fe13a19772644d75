import { WHATS } from "../../analysis/class/what.ts";
import { namePage } from "../../plan/language.ts";
import type { LayerReport } from "../../report/layer_report.ts";
import { encodePath } from "../../site/address.ts";
import { drawArcs } from "../../site/atlas/arc_layout.ts";
import { ATLAS_ROW_NAMES, ATLAS_ROWS, type AtlasRowName } from "../../site/atlas/atlas_rows.ts";
import { KERNEL_FORMS } from "../../site/atlas/kernel_form.ts";
import type { LayersFile, ListedLayer } from "../../site/atlas/layers_file.ts";
import { ATLAS_UNIT, drawColumns, layoutRow } from "../../site/atlas/row_layout.ts";
import { layoutStages, type Stage } from "../../site/atlas/stage_layout.ts";
import { formatSize } from "../../site/format.ts";
import { formatRowNumber } from "../../site/atlas/row_format.ts";
import { nameTone } from "../../site/kernel_class.ts";
import type { SiteWords } from "../../words/words.ts";

/** A network on one screen, a column a layer: the view of `atlas.hbs`. */
export interface AtlasView {
  /** The width of the viewBox of its rows. */
  readonly width: string;
  readonly height: string;
  readonly columns: readonly AtlasColumnView[];
  readonly rows: readonly AtlasRowView[];
  /** The arcs of its branches and joins; null for a plain chain. */
  readonly arcs: string | null;
  readonly stages: readonly AtlasStageView[];
  /** How kernels are made, with the tones that stand for it. */
  readonly forms: readonly { readonly tone: string; readonly name: string }[];
}

/** A layer, and its page with the pair that stands for it. */
export interface AtlasColumnView {
  readonly href: string;
  readonly title: string;
  readonly x: string;
}

/** A row of the atlas. */
export interface AtlasRowView {
  readonly id: AtlasRowName | "what";
  readonly name: string;
  readonly unit: string;
  readonly paths: readonly { readonly tone: string; readonly d: string }[];
  /** The values at its lower and its upper edge; empty where they need not be said. */
  readonly low: string;
  readonly high: string;
}

/** Layers behind each other whose maps are of one size. */
export interface AtlasStageView extends Omit<Stage, "first" | "last"> {
  readonly title: string;
}

/** What the atlas of a network is made of. */
export interface AtlasSubject {
  readonly file: LayersFile;
  readonly measures: ReadonlyMap<string, LayerReport>;
  readonly words: SiteWords;
}

/** Views a network on one screen; null where it has one layer. */
export function viewAtlas({ file, measures, words }: AtlasSubject): AtlasView | null {
  const { layers } = file;
  if (layers.length < 2) return null;
  const used = new Set(layers.map(({ form }) => form));
  return {
    width: String(layers.length * ATLAS_UNIT.width),
    height: String(ATLAS_UNIT.height),
    columns: layers.map((layer, place) => viewColumn(layer, place, words)),
    rows: viewRows({ file, measures, words }),
    arcs: drawArcs(layers.map(({ reads }) => reads)) || null,
    stages: layoutStages(layers.map(({ map }) => map)).map(({ first, last, ...stage }) => {
      return { ...stage, title: words.atlas.stage(stage.size, first, last) };
    }),
    forms: KERNEL_FORMS.filter((form) => used.has(form)).map((form) => {
      return { tone: form, name: words.atlas.forms[form] };
    }),
  };
}

function viewColumn(
  { id, name, pairs, kernel, map, k }: ListedLayer,
  place: number,
  words: SiteWords,
): AtlasColumnView {
  const { atlas, count } = words;
  const kernels = count.list([
    count.kernels(pairs),
    ...kernel.length === 0 ? [] : [formatSize(...kernel)],
  ]);
  const maps = map.length === 0 ? null : words.layer.facts.maps(formatSize(...map));
  return {
    href: `${encodePath(id)}/${namePage(words.language)}#k=${k}`,
    title: atlas.column(place + 1, name, kernels, maps),
    x: String(place * ATLAS_UNIT.width),
  };
}

function viewRows({ file, measures, words }: AtlasSubject): readonly AtlasRowView[] {
  const forms = file.layers.map(({ form }) => form);
  const named = ATLAS_ROW_NAMES.flatMap((name): AtlasRowView[] => {
    const columns = file.rows[name];
    const { drawn } = ATLAS_ROWS[name];
    if (columns === undefined || drawn === "share" && columns.value.every((each) => !each)) {
      return [];
    }
    const { paths, low, high } = layoutRow(drawn, columns, forms);
    const [least, most] = [low, high].map((value) => formatRowNumber(name, value));
    return [{ id: name, ...words.atlas.rows[name], paths, low: least!, high: most! }];
  });
  const what = viewWhat(file.layers, measures);
  if (what.length === 0) return named;
  const [side, ...rest] = named;
  return [
    ...side ? [side] : [],
    { id: "what", ...words.atlas.rows.what, paths: what, low: "", high: "" },
    ...rest,
  ];
}

// The shares of what the kernels of each layer look for, one above the other; where two layers differ.
function viewWhat(
  layers: readonly ListedLayer[],
  measures: ReadonlyMap<string, LayerReport>,
): AtlasRowView["paths"] {
  const classes = layers.map(({ id }) => measures.get(id)?.classes?.what ?? null);
  if (new Set(classes.flatMap((what) => what ?? [])).size < 2) return [];
  const below = layers.map(() => 0);
  const paths = WHATS.map((what) => {
    const shares = classes.map((own) =>
      own && own.filter((each) => each === what).length / own.length
    );
    const d = drawColumns(shares, (share, i) => {
      if (share === 0) return null;
      const from = below[i]!;
      below[i] = from + share;
      return [from, from + share];
    });
    return { tone: nameTone(what), d };
  });
  return paths.filter(({ d }) => d !== "");
}
