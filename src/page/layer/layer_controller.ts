import { formatCount } from "../../site/format.ts";
import { nameMeasures } from "../../site/measure_columns.ts";
import { loadLayers } from "../files/layers.ts";
import { readState, writeState } from "../shell/address.ts";
import { tell } from "../shell/dom.ts";
import { type Arrangement, arrangePairs } from "../pair/arrangement.ts";
import { renewFilters } from "../tile/colour_filters.ts";
import { listChoices, readStart, setControls } from "../pair/controls.ts";
import { type Grid, openGrid } from "../tile/grid.ts";
import { growTiles } from "../tile/grown_tiles.ts";
import { openDatasetOfPage } from "../dataset/dataset_of_page.ts";
import type { DatasetOfPage } from "../dataset/dataset_part.ts";
import { openPanel, type Panel } from "../panel/panel.ts";
import type { PanelContext } from "../pair/panel_context.ts";
import { type MatrixPlot, openMatrix } from "../plot/matrix.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import { formatRanges } from "../../site/number_ranges.ts";
import { createReviews, type Reviews } from "../review/review.ts";
import { openRule, type RuleOfPage } from "../rule/rule.ts";
import { describeSort, findSortValues } from "../pair/sort_range.ts";
import { openShownCount, type ShownCount } from "../pair/shown_count.ts";
import { openPairDetails, type PairDetails } from "../panel/pair_details.ts";
import { isFlat } from "../tile/value_range.ts";
import { type Choices, formatState, parseViewState, type ViewState } from "../tile/view_state.ts";
import { paintGrids } from "./grid_look.ts";

/** What the page of a layer shows, and the parts of the page that show it. */
export interface LayerController {
  readonly context: PanelContext;
  readonly list: HTMLElement;
  readonly grid: Grid;
  readonly panel: Panel;
  readonly details: PairDetails;
  readonly inDataset: DatasetOfPage;
  readonly reviews: Reviews;
  readonly rule: RuleOfPage;
  readonly matrix: MatrixPlot;
  readonly count: ShownCount;
  /** The state of the page without any in its address. */
  readonly start: ViewState;
  readonly bounds: { readonly pairs: number; readonly choices: Choices };
  state: ViewState;
  /** Which pairs are shown. */
  arrangement: Arrangement;
  /** The pair that is pointed at. */
  previewed: number | null;
}

/** Takes hold of the parts of the page; what its address asks for is shown by {@linkcode restoreLayer}. */
export function openLayerController(context: PanelContext, list: HTMLElement): LayerController {
  const start = readStart(context.data);
  const controller: LayerController = {
    context,
    list,
    grid: openGrid(list),
    panel: openPanel(context),
    details: openPairDetails(context),
    inDataset: openDatasetOfPage(context, (k) => {
      update(controller, { k }, "push");
      list.closest(HOOKS.work)?.scrollIntoView();
    }),
    reviews: createReviews({
      ...context.data,
      root: document,
      words: context.words.review,
      countPairs: () => countPairs(context),
      signal: context.signal,
    }),
    rule: openRule({
      ...context,
      list,
      focus: (k) => controller.grid.focus(k),
      update: (change, how) => update(controller, change, how),
      select: (k) => update(controller, { k }, "push"),
      preview: (k) => preview(controller, k),
      choose: (ks) => update(controller, { query: `k:${formatRanges(ks)}` }),
    }),
    matrix: openMatrix({
      ...context,
      select: (k) => update(controller, { k }, "push"),
      preview: (k) => preview(controller, k),
    }),
    count: openShownCount(context.words, context.signal),
    start,
    bounds: { pairs: context.data.layer.pairs, choices: listChoices() },
    state: start,
    arrangement: { order: [], shown: [], problems: [] },
    previewed: null,
  };
  controller.reviews.onChange(() => {
    place(controller, arrange(controller, controller.state));
    tellReviewed(controller);
  });
  tellReviewed(controller);
  return controller;
}

async function countPairs(
  { data: { model }, files, root }: PanelContext,
): Promise<ReadonlyMap<string, number>> {
  const { layers } = await loadLayers(files, root, model.id);
  return new Map(layers.map(({ id, pairs }) => [id, pairs]));
}

/** Changes what is shown, and the address with it. */
export function update(
  controller: LayerController,
  change: Partial<ViewState>,
  how: "push" | "replace" = "replace",
): void {
  render(controller, { ...controller.state, ...change }, { how });
}

/** Shows what the address asks for; of what a search finds the first pair, where it names none. */
export function restoreLayer(controller: LayerController): void {
  const params = readState();
  const next = parseViewState(params, controller.start, controller.bounds);
  const arrangement = findArrangement(controller, next);
  const { shown: [first] } = arrangement;
  const named = params.get("k") === String(next.k) || arrangement.shown.includes(next.k);
  const k = named || first === undefined ? next.k : first;
  render(controller, { ...next, k }, { how: null, arrangement });
}

function render(
  controller: LayerController,
  next: ViewState,
  { how, arrangement = findArrangement(controller, next) }: {
    readonly how: "push" | "replace" | null;
    readonly arrangement?: Arrangement;
  },
): void {
  const before = controller.state;
  const isNew = arrangement !== controller.arrangement;
  const isResized = isNew || before.size !== next.size || before.layout !== next.layout;
  controller.state = next;
  // Before anything changes: with a new address the browser settles all that has changed so far.
  if (how !== null) writeState(formatState(controller.state, controller.start), how);
  setControls(controller.state);
  if (isNew) place(controller, arrangement);
  paintGrids(controller);
  if (isResized) growTiles(controller.list, next.size);
  tellCount(controller);
  controller.grid.mark(controller.state.k);
  controller.rule.scatters.mark(controller.state.k);
  controller.matrix.mark(controller.state.k);
  settle(controller);
}

// The one that stands, where the state asks for no other.
function findArrangement(controller: LayerController, next: ViewState): Arrangement {
  const { arrangement, state } = controller;
  const stands = arrangement.order.length > 0 && isArrangedAlike(state, next);
  return stands ? arrangement : arrange(controller, next);
}

function isArrangedAlike(one: ViewState, other: ViewState): boolean {
  const alike = one.sort === other.sort && one.reversed === other.reversed &&
    one.query === other.query && one.classes.join() === other.classes.join() &&
    one.families.join() === other.families.join();
  const seen = one.image === other.image && one.stage === other.stage;
  return alike && (seen || other.query === ""); // which maps are flat depends on the photo
}

function arrange(
  { context: { facts, data, words }, reviews }: LayerController,
  state: ViewState,
): Arrangement {
  const names = nameMeasures(data, words);
  return arrangePairs(state, {
    facts,
    verdictOf: (k) => reviews.verdictOf(k),
    isFlat: (k) => isFlat(data, state, k),
    words,
    nameMeasure: (id) => names.get(id) ?? id,
  });
}

function place(controller: LayerController, arrangement: Arrangement): void {
  const { context, inDataset, grid, rule, reviews, state } = controller;
  const { order, shown } = arrangement;
  const visible = new Set(shown);
  controller.arrangement = arrangement;
  grid.arrange(order, (k) => visible.has(k));
  const value = findSortValues(context, state.sort);
  controller.list.classList.toggle("is-told", value !== null);
  grid.note({ value: value ?? (() => null), verdict: (k) => reviews.verdictOf(k) });
  rule.scatters.shown(visible);
  inDataset.arrange(shown);
}

function tellCount({ context, count, arrangement, state }: LayerController): void {
  const { shown, problems } = arrangement;
  const { k, sort } = state;
  const sorted = describeSort(context, sort, shown);
  const hidden = shown.length > 0 && !shown.includes(k) ? k : null;
  count.tell({ shown: shown.length, all: context.facts.pairs, hidden, sorted, problems });
  const at = shown.indexOf(k) + 1;
  tell(
    "enlarged-place",
    at === 0 ? "" : context.words.panel.place(formatCount(at), formatCount(shown.length)),
  );
}

function tellReviewed({ context: { facts, words }, reviews }: LayerController): void {
  const reviewed = Array.from({ length: facts.pairs }, (_, k) => reviews.verdictOf(k))
    .filter((verdict) => verdict !== null).length;
  tell("reviewed", reviewed === 0 ? "" : words.review.progress(reviewed, facts.pairs, 0));
}

/** Draws the pictures anew when the theme has changed. */
export function recolour(controller: LayerController, dark: boolean): void {
  renewFilters(dark);
  paintGrids(controller, dark);
}

function settle(controller: LayerController): void {
  const { state, inDataset, grid, panel, reviews, rule, details } = controller;
  controller.previewed = null;
  grid.highlight(null);
  rule.scatters.hover(null);
  panel.show(state.k, state);
  inDataset.show(state.k);
  reviews.show(state.k);
  details.show(state.k, state);
  rule.show(state);
}

/** Shows a pair while it is pointed at; the chosen one again for null. */
export function preview(controller: LayerController, k: number | null): void {
  const { state, inDataset, grid, rule, matrix, panel, details, previewed } = controller;
  if (k === previewed) return;
  controller.previewed = k;
  grid.highlight(k);
  rule.scatters.hover(k);
  matrix.mark(k ?? state.k);
  panel.show(k ?? state.k, state);
  inDataset.show(k ?? state.k);
  details.show(k ?? state.k, state);
}
