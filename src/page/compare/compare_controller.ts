import { describeView } from "../../site/tile/view_text.ts";
import type { ComparedLayer } from "../../site/compare_choice.ts";
import { readState, writeState } from "../shell/address.ts";
import { readLayers, readSides, setCompareControls } from "./compare_controls.ts";
import { type BothTiles, fillPairs, namePairs, overlayPairs } from "./compare_grid.ts";
import { tellHeaders, tellObstacles, tellRest } from "./compare_headers.ts";
import { type LoadingContext, loadSides } from "./compare_loading.ts";
import { countMeasured, type KnownResults, openResults, type Results } from "./compare_results.ts";
import { type CompareRun, openRun } from "./compare_run.ts";
import { type CompareState, formatCompare, parseCompare } from "./compare_state.ts";
import { findScale, setViewControls, viewSides } from "./shared_view.ts";
import { showStrips } from "./compare_strips.ts";
import { tell } from "../shell/dom.ts";
import { openPairPanel, type PairPanel } from "./pair_panel.ts";
import { type Grid, openGrid } from "../tile/grid.ts";

/** What stands around the page that compares. */
export interface CompareContext extends LoadingContext {
  /** The list of the pairs. */
  readonly list: HTMLElement;
  readonly signal: AbortSignal;
}

/** What the page that compares shows, and the parts of the page that show it. */
export interface CompareController {
  readonly context: CompareContext;
  readonly layers: readonly ComparedLayer[];
  /** What is compared without an address. */
  readonly first: ReturnType<typeof readSides>;
  readonly known: KnownResults;
  readonly panel: PairPanel;
  readonly run: CompareRun;
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
  const controller: CompareController = {
    context,
    ...{ layers, first },
    known: new Map(),
    panel: openPairPanel(context),
    run: openRun({ ...context, renew: () => renew(controller) }),
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

function render(controller: CompareController, next: CompareState): void {
  const { results, loading, state: before } = controller;
  controller.state = next;
  setCompareControls(next);
  if (!haveSameSides(before, next)) void open(controller);
  else if (results !== null) renewPairs(controller, before);
  else if (loading === null) void open(controller); // what is on its way shows the state by then
}

// What has to be loaded anew.
const SIDES = ["a", "ai", "b", "bi", "stage"] as const;

function haveSameSides(one: CompareState, other: CompareState): boolean {
  return SIDES.every((name) => one[name] === other[name]);
}

async function open(controller: CompareController): Promise<void> {
  const { context, known, run, state } = controller;
  const { words, signal } = context;
  run.stop();
  controller.results = null;
  const loading = loadSides(context, state);
  controller.loading = loading;
  const sides = await loading;
  if (signal.aborted || controller.loading !== loading) return;
  controller.loading = null;
  if (sides === null) return;
  controller.results = openResults(sides, { words, known });
  fill(controller);
  run.start(controller.results, { first: controller.state.of, asked: false });
  settle(controller);
}

function renewPairs(controller: CompareController, before: CompareState): void {
  const { of, scale, sort, kernels } = controller.state;
  if (before.of !== of || before.kernels !== kernels) fill(controller);
  else {
    if (before.scale !== scale) overlay(controller);
    if (before.sort !== sort) arrange(controller);
  }
  settle(controller);
}

function fill(controller: CompareController): void {
  const { context: { words, list }, state } = controller;
  if (!controller.results) return;
  const results = viewResults(controller.results, state);
  controller.results = results;
  const tiles = pickTiles(results, state);
  const counts = [tiles.a, tiles.b].flatMap((side) => side ? [side.count] : []);
  const count = counts.length === 0 ? 0 : Math.min(...counts);
  fillPairs(list, { tiles, count, words });
  controller.grid = openGrid(list);
  tellHeaders(words, results.sides);
  tellRest(words, results, { of: state.of, count });
  tellObstacles(words, results, state.stage);
  overlay(controller);
  arrange(controller);
  renew(controller);
}

function viewResults(results: Results, state: CompareState): Results {
  setViewControls(results.sides, state);
  return { ...results, sides: viewSides(results.sides, state.kernels) };
}

function pickTiles({ sides: [a, b] }: Results, { of }: CompareState): BothTiles {
  return { a: a[of], b: b[of] };
}

function overlay({ context: { words }, state, results, grid }: CompareController): void {
  if (!results || !grid) return;
  const tiles = pickTiles(results, state);
  overlayPairs(grid, tiles, state.scale);
  const shown = state.of === "maps"
    ? []
    : results.sides.flatMap(({ data, kernels }) =>
      kernels?.viewed ? describeView(kernels.viewed, data, words) ?? [] : []
    );
  const scale = words.compare.scales[findScale(results.sides, state)];
  tell("grid-scale", words.count.series([...new Set(shown), scale]));
}

function arrange(controller: CompareController): void {
  const { context: { list }, state: { sort }, results, grid } = controller;
  const all = Array.from({ length: list.children.length }, (_, k) => k);
  const key = (k: number): number =>
    sort === "index" ? k : results?.[sort].found[k]?.cosine ?? Infinity;
  controller.order = all.toSorted((one, other) => Math.sign(key(one) - key(other)) || one - other);
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
  const { context: { words, list }, state: { k } } = controller;
  const choose = (to: number): void => {
    if (to < list.children.length) change(controller, { k: to }, "replace");
  };
  showStrips({ words, results, k, choose });
}

function renew(controller: CompareController): void {
  const { context: { words, list }, state, results } = controller;
  if (!results) return;
  const { compare, count } = words;
  const { done, of } = countMeasured(results);
  const most = Math.max(...results.sides.map((side) => side[state.of]?.count ?? 0));
  const measured = of > 0 ? [compare.measuring(done, of)] : [];
  tell("compared", count.series([compare.compared(list.children.length, most), ...measured]));
  if (state.sort !== "index") arrange(controller);
  if (done === of && controller.grid) namePairs(controller.grid, results, words);
  showOwnStrips(controller, results);
}
