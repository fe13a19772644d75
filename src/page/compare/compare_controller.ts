import type { ComparedLayer } from "../../site/compare/compare_choice.ts";
import { link, readState, writeState } from "../shell/address.ts";
import { readLayers, readSides, setCompareControls } from "./compare_controls.ts";
import { fillPairs, namePairs, overlayPairs } from "./compare_grid.ts";
import { tellHeaders, tellObstacles, tellRest } from "./compare_headers.ts";
import { findMainKind, listKinds } from "../sides/compare_kind.ts";
import { type LoadingContext, loadSides } from "./compare_loading.ts";
import {
  countMeasured,
  type KnownResults,
  openResults,
  type Results,
} from "../sides/compare_results.ts";
import { type CompareRun, openRun } from "./compare_run.ts";
import { type CompareState, formatCompare, parseCompare } from "../sides/compare_state.ts";
import { describeGridScale } from "./grid_scale.ts";
import { setViewControls, viewSides } from "./shared_view.ts";
import { pickTiles } from "../sides/compare_tiles.ts";
import { type DifferenceGrid, openDifferenceGrid } from "./difference_grid.ts";
import { tell } from "../shell/dom.ts";
import { isDark } from "../shell/theme.ts";
import { findToldKeys, orderCompared } from "../sides/pair_order.ts";
import { openPairPanel, type PairPanel } from "./pair_panel.ts";
import { showStrips } from "./pair_strips.ts";
import { openTileStyle, type TileStyle } from "./tile_style.ts";
import { readTwins } from "./twin_rows.ts";
import type { Twin } from "../sides/twin.ts";
import { type Grid, openGrid } from "../tile/grid.ts";

/** What stands around the page that compares. */
export interface CompareContext extends LoadingContext {
  /** The list of the pairs. */
  readonly list: HTMLElement;
  readonly known: KnownResults;
  readonly signal: AbortSignal;
}

/** What the page that compares shows, and the parts of the page that show it. */
export interface CompareController {
  readonly context: CompareContext;
  readonly layers: readonly ComparedLayer[];
  readonly twins: readonly Twin[];
  /** What is compared without an address. */
  readonly first: ReturnType<typeof readSides>;
  readonly panel: PairPanel;
  readonly run: CompareRun;
  readonly style: TileStyle;
  readonly differences: DifferenceGrid;
  state: CompareState;
  /** Null until both sides are loaded. */
  results: Results | null;
  /** What is being loaded; null where nothing is. */
  loading: ReturnType<typeof loadSides> | null;
  grid: Grid | null;
  /** The pairs in the order that they are shown in. */
  order: readonly number[];
}

/** Takes hold of the parts of the page, and shows what its address asks for. */
export function openCompareController(context: CompareContext): CompareController {
  const layers = readLayers();
  const first = readSides();
  const style = openTileStyle(context.signal);
  const controller: CompareController = {
    context,
    ...{ layers, first, style },
    twins: readTwins(),
    panel: openPairPanel(context),
    run: openRun({ ...context, renew: () => renew(controller) }),
    differences: openDifferenceGrid(style),
    state: parseCompare(readState(), { layers, first }),
    ...{ results: null, loading: null, grid: null, order: [] },
  };
  render(controller, controller.state);
  return controller;
}

/** Changes what is shown, and the address with it. */
export function change(
  controller: CompareController,
  to: Partial<CompareState>,
  how: "push" | "replace" = "push",
): void {
  const next = { ...controller.state, ...to };
  writeState(formatCompare(next), how);
  render(controller, next);
}

/** Shows what the address asks for. */
export function restoreComparison(controller: CompareController): void {
  render(controller, parseCompare(readState(), controller));
}

/** Measures all pairs, also where that is much to read. */
export function measureAsked(controller: CompareController): void {
  if (controller.results) measure(controller, controller.results, true);
}

/** Draws what is drawn by the script in the colours of the present theme. */
export function recolourComparison(controller: CompareController, dark: boolean): void {
  const { state, results, panel, differences } = controller;
  if (!results) return;
  panel.show(state, results, { dark });
  differences.draw(pickTiles(results, state), { scale: state.scale, dark, anew: true });
}

function render(controller: CompareController, next: CompareState): void {
  const { results, loading, state: before } = controller;
  controller.state = next;
  setCompareControls(next);
  if (!areAlike(before, next, SIDES)) void open(controller);
  else if (results !== null) renewPairs(controller, before);
  else if (loading === null) void open(controller); // what is on its way shows the state by then
}

// What has to be loaded anew, and what fills the grid anew.
const SIDES = ["a", "ai", "b", "bi", "stage"] as const;
const FILLING = ["of", "kernels"] as const;

function areAlike(
  one: CompareState,
  other: CompareState,
  names: readonly (keyof CompareState)[],
): boolean {
  return names.every((name) => one[name] === other[name]);
}

async function open(controller: CompareController): Promise<void> {
  const { context, run, state } = controller;
  const { words, known, signal } = context;
  run.stop();
  controller.results = null;
  const loading = loadSides(context, state, controller);
  controller.loading = loading;
  const loaded = await loading;
  if (signal.aborted || controller.loading !== loading) return;
  controller.loading = null;
  if (loaded === null) return;
  controller.results = openResults(loaded, { words, known });
  fill(controller);
  measure(controller, controller.results, false);
  settle(controller);
}

function measure({ run, state }: CompareController, results: Results, asked: boolean): void {
  const differing = state.show === "difference" ? listKinds(state) : [];
  run.start(results, { first: findMainKind(state), differing, asked });
}

function renewPairs(controller: CompareController, before: CompareState): void {
  const { state, results } = controller;
  const differing = (each: CompareState): boolean => each.show === "difference";
  const isFilled = areAlike(before, state, FILLING) && differing(before) === differing(state);
  if (!isFilled) {
    fill(controller);
    if (results && differing(state)) measure(controller, results, false);
  } else {
    if (before.scale !== state.scale) overlay(controller);
    tellScale(controller);
    if (before.sort !== state.sort) {
      arrange(controller);
      tellCompared(controller);
    }
  }
  settle(controller);
}

function fill(controller: CompareController): void {
  const { context: { words, list }, state, style } = controller;
  if (!controller.results) return;
  const results = viewResults(controller.results, state);
  controller.results = results;
  fillPairs(list, { kinds: pickTiles(results, state), style, words });
  controller.grid = openGrid(list);
  tellHeaders(words, results.sides);
  tellRest(words, results, { state, count: list.children.length });
  tellObstacles(words, results, state.stage);
  overlay(controller);
  arrange(controller);
  renew(controller);
}

function viewResults(results: Results, state: CompareState): Results {
  setViewControls(results.sides, state);
  return { ...results, sides: viewSides(results.sides, state.kernels) };
}

function overlay({ state, results, grid, differences }: CompareController): void {
  if (!results || !grid) return;
  const kinds = pickTiles(results, state);
  for (const tiles of kinds) overlayPairs(grid, tiles, state.scale);
  differences.draw(kinds, { scale: state.scale, dark: isDark(), anew: true });
}

function arrange(controller: CompareController): void {
  const { context: { list }, state: { sort }, results, grid } = controller;
  controller.order = orderCompared(list.children.length, sort, results);
  grid?.arrange(controller.order, () => true);
}

function settle(controller: CompareController): void {
  const { context: { list }, results, grid, panel } = controller;
  if (!results) return;
  if (controller.state.k >= list.children.length) controller.state = { ...controller.state, k: 0 };
  if (controller.order.length > 0) grid?.mark(controller.state.k);
  panel.show(controller.state, results);
  showOwnStrips(controller, results);
}

function showOwnStrips(controller: CompareController, results: Results): void {
  const { context: { words, list }, state } = controller;
  const choose = (to: number): void => {
    if (to < list.children.length) change(controller, { k: to }, "replace");
  };
  showStrips({
    ...{ words, results, choose },
    k: state.k,
    link: (k) => link(formatCompare({ ...state, k })),
  });
}

function tellScale({ context: { words }, state, results }: CompareController): void {
  if (results) tell("grid-scale", describeGridScale(words, state, results));
}

function renew(controller: CompareController): void {
  const { context: { words }, state, results, differences } = controller;
  if (!results) return;
  const { done, of } = countMeasured(results);
  tellCompared(controller);
  if (state.sort !== "index") arrange(controller);
  if (done === of && controller.grid) namePairs(controller.grid, results, words);
  const look = { scale: state.scale, dark: isDark(), anew: false };
  differences.draw(pickTiles(results, state), look);
  tellScale(controller);
  showOwnStrips(controller, results);
}

function tellCompared({ context: { words, list }, state, results }: CompareController): void {
  if (!results) return;
  const { compare, count } = words;
  const { done, of } = countMeasured(results);
  const kind = findMainKind(state);
  const most = Math.max(...results.sides.map((side) => side[kind]?.count ?? 0));
  const measured = of > 0 ? [compare.measuring(done, of)] : [];
  const told = findToldKeys(state.sort, results) === null ? [] : [compare.told];
  const compared = compare.compared(list.children.length, most);
  tell("compared", count.series([compared, ...measured, ...told]));
}
