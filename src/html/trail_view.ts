import type { ReportLayer, ReportModel } from "../report/report.ts";
import { encodePath } from "./address.ts";
import { formatCount } from "./format.ts";

/** Where a page stands: the view of `trail.hbs`. */
export interface TrailView {
  /** The first page; null on the first page itself. */
  readonly home: string | null;
  /** The way within a model; null outside one. */
  readonly model: ModelTrailView | null;
}

/** Where a page stands within a model. */
export interface ModelTrailView extends LinkView {
  /** The layers of the model, where they fit in a row. */
  readonly layers: readonly LinkView[];
  /** The neighbours of the layer, where the layers do not fit in a row. */
  readonly steps: StepsView | null;
}

/** A link to a page. */
export interface LinkView {
  readonly href: string;
  readonly name: string;
  readonly current: boolean;
}

/** A layer beside the current one. */
export type NeighbourView = Pick<LinkView, "href" | "name">;

/** A layer among many. */
export interface StepsView {
  readonly previous: NeighbourView | null;
  readonly next: NeighbourView | null;
  /** Such as `3 of 26`. */
  readonly position: string;
  readonly name: string;
}

// A row holds what a screen of 1,440 pixels shows without scrolling.
const LAYERS_IN_ROW = 12;
const SIGNS_IN_ROW = 110;

/** Views the way to the first page. */
export function viewHomeTrail(): TrailView {
  return { home: null, model: null };
}

/** Views the way to a model's page. */
export function viewModelTrail(model: ReportModel): TrailView {
  const current = { href: "index.html", name: model.name, current: true };
  return { home: "../index.html", model: { ...current, layers: [], steps: null } };
}

/** Views the way to a layer's page. */
export function viewLayerTrail(model: ReportModel, layer: ReportLayer): TrailView {
  const links = model.layers.map((each) => linkLayer(each, each === layer));
  const signs = links.reduce((sum, { name }) => sum + name.length + 2, 0);
  const fits = links.length <= LAYERS_IN_ROW && signs <= SIGNS_IN_ROW;
  return {
    home: "../../index.html",
    model: {
      href: "../index.html",
      name: model.name,
      current: false,
      layers: fits ? links : [],
      steps: fits ? null : viewSteps(links, model.layers.indexOf(layer)),
    },
  };
}

function linkLayer({ id, name }: ReportLayer, current: boolean): LinkView {
  return { href: `../${encodePath(id)}/index.html`, name, current };
}

function viewSteps(links: readonly LinkView[], at: number): StepsView {
  return {
    previous: links[at - 1] ?? null,
    next: links[at + 1] ?? null,
    position: `${formatCount(at + 1)} of ${formatCount(links.length)}`,
    name: links[at]!.name,
  };
}
