import type { ComparedLayer } from "../../site/compare_choice.ts";
import type { Words } from "../../words/words.ts";
import { readState, writeState } from "../shell/address.ts";
import { readLayers, readSides, setCompareControls } from "./compare_controls.ts";
import { type BothTiles, fillPairs, namePairs, veilPairs } from "./compare_grid.ts";
import { tellHeads, tellObstacles, tellRest } from "./compare_heads.ts";
import { loadSides } from "./compare_loading.ts";
import { countMeasured, type KnownResults, openResults, type Results } from "./compare_results.ts";
import { type CompareRun, openRun } from "./compare_run.ts";
import { type CompareState, formatCompare, parseCompare } from "./compare_state.ts";
import { showStrips } from "./compare_strips.ts";
import { tell } from "../shell/dom.ts";
import { type Facing, openFacing } from "./facing.ts";
import { type Grid, openGrid } from "../tile/grid.ts";

/** What stands around the page that compares. */
export interface CompareContext {
  readonly words: Words;
  /** The list of the pairs. */
  readonly list: HTMLElement;
  /** The way to the report's folder. */
  readonly root: string;
  readonly signal: AbortSignal;
}

/** What the page that compares shows, and the parts of the page that show it. */
export interface CompareDesk {
  readonly context: CompareContext;
  readonly layers: readonly ComparedLayer[];
  /** What is compared without an address. */
  readonly first: ReturnType<typeof readSides>;
  readonly known: KnownResults;
  readonly facing: Facing;
  readonly run: CompareRun;
  state: CompareState;
  /** Null until both sides are loaded. */
  results: Results | null;
  grid: Grid | null;
  /** The pairs in the order that they are shown in. */
  order: readonly number[];
}

/** Takes hold of the parts of the page, and shows what its address asks for. */
export function openCompareDesk(context: CompareContext): CompareDesk {
  const layers = readLayers();
  const first = readSides();
  const desk: CompareDesk = {
    context,
    ...{ layers, first },
    known: new Map(),
    facing: openFacing(context),
    run: openRun({ ...context, renew: () => renew(desk) }),
    state: parseCompare(readState(), { layers, first }),
    ...{ results: null, grid: null, order: [] },
  };
  void render(desk, desk.state);
  return desk;
}

/** Changes what is shown, and the address with it. */
export function change(
  desk: CompareDesk,
  to: Partial<CompareState>,
  how: "push" | "replace" = "push",
): void {
  const next = { ...desk.state, ...to };
  writeState(formatCompare(next), how);
  void render(desk, next);
}

/** Shows what the address asks for. */
export function restore(desk: CompareDesk): void {
  void render(desk, parseCompare(readState(), desk));
}

async function render(desk: CompareDesk, next: CompareState): Promise<void> {
  const { results, state: before } = desk;
  desk.state = next;
  setCompareControls(next);
  if (results === null || !haveSameSides(before, next)) {
    desk.run.stop();
    desk.results = null;
    if (!await open(desk)) return;
  } else if (before.of !== next.of) fill(desk);
  if (before.scale !== next.scale) veil(desk);
  if (before.sort !== next.sort) arrange(desk);
  settle(desk);
}

// What has to be loaded anew.
const SIDES = ["a", "ai", "b", "bi", "stage"] as const;

function haveSameSides(one: CompareState, other: CompareState): boolean {
  return SIDES.every((name) => one[name] === other[name]);
}

// Tells whether what was asked for is still wanted, and there.
async function open(desk: CompareDesk): Promise<boolean> {
  const { context: { words, root, signal }, known, state } = desk;
  const sides = await loadSides(words, root, state);
  if (signal.aborted || sides === null || !haveSameSides(desk.state, state)) return false;
  desk.results = openResults(sides, { words, known });
  fill(desk);
  desk.run.start(desk.results, { first: desk.state.of, asked: false });
  return true;
}

function fill(desk: CompareDesk): void {
  const { context: { words, list }, state, results } = desk;
  if (!results) return;
  const tiles = pickTiles(results, state);
  const counts = [tiles.a, tiles.b].flatMap((side) => side ? [side.count] : []);
  const count = counts.length === 0 ? 0 : Math.min(...counts);
  fillPairs(list, { tiles, count, words });
  desk.grid = openGrid(list);
  tellHeads(words, results.sides);
  tellRest(words, results, { of: state.of, count });
  tellObstacles(words, results, state.stage);
  veil(desk);
  arrange(desk);
  renew(desk);
}

function pickTiles({ sides: [a, b] }: Results, { of }: CompareState): BothTiles {
  return { a: a[of], b: b[of] };
}

function veil({ context: { words }, state, results, grid }: CompareDesk): void {
  if (!results || !grid) return;
  const tiles = pickTiles(results, state);
  veilPairs(grid, tiles, state.scale);
  const some = [tiles.a, tiles.b].some((side) => side?.overview.picture.kind === "strongest");
  const scale = words.compare.scales[state.scale];
  tell("grid-scale", some ? words.count.series([words.tools.strongest, scale]) : scale);
}

function arrange(desk: CompareDesk): void {
  const { context: { list }, state: { sort }, results, grid } = desk;
  const all = Array.from({ length: list.children.length }, (_, k) => k);
  const key = (k: number): number =>
    sort === "index" ? k : results?.[sort].found[k]?.cosine ?? Infinity;
  desk.order = all.toSorted((one, other) => Math.sign(key(one) - key(other)) || one - other);
  grid?.arrange(desk.order, () => true);
}

function settle(desk: CompareDesk): void {
  const { context: { list }, results, grid, facing } = desk;
  if (!results) return;
  if (desk.state.k >= list.children.length) desk.state = { ...desk.state, k: 0 };
  if (desk.order.length > 0) grid?.mark(desk.state.k);
  facing.show(desk.state, results);
  showOwnStrips(desk, results);
}

function showOwnStrips(desk: CompareDesk, results: Results): void {
  const { context: { words, list }, state: { k } } = desk;
  const choose = (to: number): void => {
    if (to < list.children.length) change(desk, { k: to }, "replace");
  };
  showStrips({ words, results, k, choose });
}

function renew(desk: CompareDesk): void {
  const { context: { words, list }, state, results } = desk;
  if (!results) return;
  const { compare, count } = words;
  const { done, of } = countMeasured(results);
  const most = Math.max(...results.sides.map((side) => side[state.of]?.count ?? 0));
  const measured = of > 0 ? [compare.measuring(done, of)] : [];
  tell("compared", count.series([compare.compared(list.children.length, most), ...measured]));
  if (state.sort !== "index") arrange(desk);
  if (done === of && desk.grid) namePairs(desk.grid, results, words);
  showOwnStrips(desk, results);
}
