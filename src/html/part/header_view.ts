import type { ReportLayer } from "../../report/report_layer.ts";
import type { ReportModel } from "../../report/report_model.ts";
import type { FrameWords } from "../../words/en_page/frame_words.ts";
import { nameComparePage, namePage } from "../../plan/language.ts";
import type { SiteWords } from "../../words/words.ts";
import { encodePath } from "../../site/address.ts";
import { shortenLayers } from "../../site/name/short_names.ts";
import { formatCount } from "../../site/format.ts";
import type { LayerSubject } from "../../site/layer_subject.ts";

/** Where a page stands: the view of `header.hbs`. */
export interface HeaderView {
  /** The first page; null on the first page itself. */
  readonly home: string | null;
  /** The page that compares; null on that page itself. */
  readonly compare: string | null;
  /** Whether what the page shows can be shared. */
  readonly shares: boolean;
  /** The way within a model; null outside one. */
  readonly model: ModelHeaderView | null;
  /** The id of the layer that the bars of all layers mark; null where there are none. */
  readonly minimap: string | null;
}

/** Where a page stands within a model. */
export interface ModelHeaderView extends Omit<LinkView, "rel"> {
  /** The layers of the model, where they fit in a row. */
  readonly layers: readonly RowLinkView[];
  /** The neighbours of the layer, where the layers do not fit in a row. */
  readonly steps: StepsView | null;
}

/** A link to a page. */
export interface LinkView {
  readonly href: string;
  readonly name: string;
  readonly current: boolean;
  /** How its layer stands to the current one. */
  readonly rel: "prev" | "next" | null;
}

/** A layer in the row of all. */
export interface RowLinkView extends LinkView {
  /** What tells its name from those of others. */
  readonly short: string;
}

/** A layer beside the current one. */
export interface SiblingView extends Pick<LinkView, "href" | "name"> {
  /** Where it leads, in words. */
  readonly label: string;
}

/** A layer among many. */
export interface StepsView {
  readonly previous: SiblingView | null;
  readonly next: SiblingView | null;
  /** Such as `3 of 26`. */
  readonly position: string;
  /** What tells its name from those of others. */
  readonly name: string;
}

// A row holds what a screen of 1,440 pixels shows without scrolling.
const LAYERS_IN_ROW = 12;
const SIGNS_IN_ROW = 110;

/** Views the way to the first page, which is shared if it has pictures. */
export function viewHomeHeader({ language }: SiteWords, shares: boolean): HeaderView {
  return {
    home: null,
    compare: nameComparePage(language),
    shares,
    model: null,
    minimap: null,
  };
}

/** Views the way to the page that compares. */
export function viewCompareHeader({ language }: SiteWords): HeaderView {
  return { home: namePage(language), compare: null, shares: true, model: null, minimap: null };
}

/** Views the way to a model's page, which is shared if it shows the network. */
export function viewModelHeader(
  model: ReportModel,
  { language }: SiteWords,
  shares: boolean,
): HeaderView {
  const page = namePage(language);
  const current = { href: page, name: model.name, current: true };
  return {
    home: `../${page}`,
    compare: `../${nameComparePage(language)}`,
    shares,
    model: { ...current, layers: [], steps: null },
    minimap: null,
  };
}

/** Views the way to a layer's page. */
export function viewLayerHeader(
  { model, layer, words: { frame, language } }: LayerSubject,
): HeaderView {
  const page = namePage(language);
  const at = model.layers.indexOf(layer);
  const link = (i: number): LinkView | null => {
    const each = model.layers[i];
    return each ? linkLayer(each, { page, by: i - at }) : null;
  };
  const names = shortenLayers(model.layers);
  const fits = fitRow([...names.values()]);
  return {
    home: `../../${page}`,
    compare: `../../${nameComparePage(language)}`,
    shares: true,
    model: {
      href: `../${page}`,
      name: model.name,
      current: false,
      layers: fits ? model.layers.map(({ id }, i) => ({ ...link(i)!, short: names.get(id)! })) : [],
      steps: fits ? null : {
        ...viewSteps(link, { at, of: model.layers.length }, frame),
        name: names.get(layer.id)!,
      },
    },
    minimap: model.layers.length > 1 ? layer.id : null,
  };
}

function fitRow(names: readonly string[]): boolean {
  if (names.length > LAYERS_IN_ROW) return false;
  return names.reduce((sum, name) => sum + name.length + 2, 0) <= SIGNS_IN_ROW;
}

function linkLayer(
  { id, name }: ReportLayer,
  { page, by }: { readonly page: string; readonly by: number },
): LinkView {
  const rel = by === -1 ? "prev" : by === 1 ? "next" : null;
  return { href: `../${encodePath(id)}/${page}`, name, current: by === 0, rel };
}

function viewSteps(
  link: (at: number) => LinkView | null,
  { at, of }: { readonly at: number; readonly of: number },
  words: FrameWords,
): Omit<StepsView, "name"> {
  const [previous, next] = [link(at - 1), link(at + 1)];
  return {
    previous: previous ? { ...previous, label: words.previousLayer(previous.name) } : null,
    next: next ? { ...next, label: words.nextLayer(next.name) } : null,
    position: words.position(formatCount(at + 1), formatCount(of)),
  };
}
