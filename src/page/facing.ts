import { encodePath } from "../html/address.ts";
import { formatNumber } from "../html/format.ts";
import { namePage } from "../words/language.ts";
import type { Words } from "../words/words.ts";
import { drawRamp } from "./colour_ramp.ts";
import { listStops } from "./colour_stops.ts";
import { formatCosine } from "./compare_strip.ts";
import { shareRange } from "./compare_grid.ts";
import type { Results } from "./compare_results.ts";
import type { CompareState } from "./compare_state.ts";
import type { ComparedSide } from "./compared_side.ts";
import { compareNumbers, type Comparison } from "./comparison.ts";
import { findMost, paintSigned, subtract } from "./difference.ts";
import { find, findAll, tell } from "./dom.ts";
import { tellRange } from "./panel_context.ts";
import { layoutKernel, layoutMap, type Plane } from "./plane.ts";
import { openPoint, type PointedNumbers } from "./point.ts";
import { isDark } from "./theme.ts";
import { fitSide, measureTile, showTile } from "./tile.ts";
import { findVeil } from "./value_range.ts";

/** The chosen pair, enlarged: A beside B, A over B, or A − B. */
export interface Facing {
  show(state: CompareState, results: Results): void;
}

/** What stands around the enlarged pair. */
export interface FacingContext {
  readonly words: Words;
  /** The way to the report's folder. */
  readonly root: string;
  readonly signal: AbortSignal;
}

const HALF = fitSide(165);
const WHOLE = fitSide(352);

/** Takes hold of the enlarged pair of the page. */
export function openFacing(context: FacingContext): Facing {
  const { words, signal } = context;
  const point = openPoint(words, signal);
  let turn = 0;
  find<HTMLInputElement>('[name="wipe"]')?.addEventListener("input", wipe, { signal });
  wipe();

  return {
    show: (state, results) => {
      const now = ++turn;
      const { numbers } = results[state.of];
      const reason = typeof numbers === "string" ? numbers : null;
      const show = state.show === "difference" && reason !== null ? "side" : state.show;
      tell("pair", words.compare.pair(String(state.k)));
      for (const view of findAll("[data-show]")) view.hidden = view.dataset.show !== show;
      showTiles(context, state, results);
      tell(
        "pair-scale",
        state.show === "difference" && reason !== null
          ? `${reason} ${words.compare.noDifference}`
          : show === "difference"
          ? ""
          : words.compare.scales[state.scale],
      );
      linkLayers(context, state, results);
      point.clear();
      void showNumbers(context, state, results, () => now === turn && !signal.aborted)
        .then((pointed) => pointed && point.show(pointed));
    },
  };
}

function wipe(): void {
  const range = find<HTMLInputElement>('[name="wipe"]');
  const tile = find('[data-tile="wipe-b"]');
  if (!range || !tile) return;
  tile.parentElement!.style.setProperty("--wipe", `${range.value}%`);
}

function showTiles(
  { words }: FacingContext,
  { of, k, scale }: CompareState,
  { sides }: Results,
): void {
  const [a, b] = sides.map((side) => side[of]) as [ComparedSide["maps"], ComparedSide["maps"]];
  const shared = scale === "pair" ? shareRange(a?.ranges[k] ?? null, b?.ranges[k] ?? null) : null;
  const area = a && measureTile(a.sheet.picture, WHOLE);
  for (const { name, [of]: tiles } of sides) {
    const has = tiles !== null && k < tiles.count;
    const own = tiles?.ranges[k] ?? null;
    for (const [place, fit] of [[name, HALF], [`wipe-${name}`, WHOLE]] as const) {
      const tile = find(`[data-tile="${place}"]`)!;
      tile.hidden = !has;
      if (!has) continue;
      showTile(tile, tiles.sheet, k, fit);
      tile.style.setProperty("--veil", own && shared ? findVeil(own, shared) : "transparent");
      if (place !== "wipe-b" || !area) continue;
      const size = measureTile(tiles.sheet.picture, fit); // B lies over the whole of A
      tile.style.transform = `scale(${area.width / size.width}, ${area.height / size.height})`;
    }
    const { low = null, high = null } = own ?? {};
    tell(`range-${name}`, tellRange(words, low, high));
  }
}

function linkLayers(
  { words, root }: FacingContext,
  { k, stage }: CompareState,
  { sides }: Results,
): void {
  for (const { name, data, image } of sides) {
    const page = `${root}${encodePath(data.model.id, data.layer.id)}/${namePage(words.language)}`;
    const state = new URLSearchParams({
      k: String(k),
      ...image === "" ? {} : { image },
      ...stage === "after" ? { stage } : {},
    });
    find(`[data-open="${name}"]`)?.setAttribute("href", `${page}#${state}`);
  }
}

async function showNumbers(
  context: FacingContext,
  state: CompareState,
  results: Results,
  isCurrent: () => boolean,
): Promise<PointedNumbers | null> {
  const { words } = context;
  const { k, of } = state;
  for (const kind of ["kernels", "maps"] as const) {
    tellComparison(kind, results[kind].found[k] ?? null);
  }
  try {
    for (const kind of ["kernels", "maps"] as const) {
      const { numbers, found } = results[kind];
      if (typeof numbers === "string" || k >= found.length || kind === of) continue;
      if (found[k]) continue;
      const comparison = compareNumbers(
        ...await Promise.all([numbers.a.load(k), numbers.b.load(k)]),
      );
      if (!isCurrent()) return null;
      tellComparison(kind, comparison);
    }
    const [a, b] = await Promise.all(
      results.sides.map(({ [of]: tiles }) =>
        tiles !== null && k < tiles.count ? tiles.load?.(k) ?? null : null
      ),
    );
    if (!isCurrent()) return null;
    return showOwn(context, { state, results, a: a ?? null, b: b ?? null });
  } catch {
    if (isCurrent()) tell("reading", words.compare.valuesMissing);
    return null;
  }
}

interface Loaded {
  readonly state: CompareState;
  readonly results: Results;
  readonly a: Float32Array | null;
  readonly b: Float32Array | null;
}

function showOwn(
  { words }: FacingContext,
  { state: { of }, results, a, b }: Loaded,
): PointedNumbers {
  const { sides } = results;
  const { numbers } = results[of];
  const planes = sides.map((side) => layoutOwn(of, side)) as [Plane | null, Plane | null];
  const comparable = typeof numbers !== "string" && a !== null && b !== null;
  const difference = comparable ? subtract(a, b) : null;
  if (!comparable) return { a, b, difference, planes, flat: null };
  const flat = of === "maps" ? layoutMap(numbers.a.dims) : layoutKernel(numbers.a.dims, false);
  tellComparison(of, compareNumbers(a, b));
  drawDifference(words, difference!, flat);
  return { a, b, difference, planes, flat };
}

function layoutOwn(of: CompareState["of"], side: ComparedSide): Plane | null {
  const tiles = side[of];
  if (tiles === null) return null;
  return of === "maps"
    ? layoutMap(tiles.dims)
    : layoutKernel(tiles.dims, tiles.sheet.picture.kind === "kernels");
}

function drawDifference({ compare, count }: Words, difference: Float32Array, plane: Plane): void {
  const canvas = find<HTMLCanvasElement>("[data-show] canvas")!;
  const most = findMost(difference);
  const pixels = paintSigned(difference, plane, { most, stops: listStops("signed", isDark()) });
  canvas.width = plane.width;
  canvas.height = plane.height;
  canvas.getContext("2d")!.putImageData(new ImageData(pixels, plane.width, plane.height), 0, 0);
  const size = measureTile({ tileWidth: plane.width, tileHeight: plane.height }, WHOLE);
  canvas.style.width = `${size.width}px`;
  canvas.style.height = `${size.height}px`;
  const legend = find('[data-legend="difference"]')!;
  drawRamp(find<SVGElement>("svg", legend)!, "signed", isDark());
  const { scales, notFinite } = compare;
  const broken = difference.filter((value) => !Number.isFinite(value)).length;
  const text = count.series([
    ...most > 0 ? [scales.difference(formatNumber(most)), scales.zero] : [scales.equal],
    ...broken > 0 ? [notFinite(broken)] : [],
  ]);
  find("span", legend)!.textContent = text;
  canvas.setAttribute("aria-label", `${compare.difference}: ${text}`);
}

function tellComparison(kind: CompareState["of"], comparison: Comparison | null): void {
  const { cosine = null, correlation = null, change = null } = comparison ?? {};
  tell(`${kind}-cosine`, cosine === null ? "–" : formatCosine(cosine));
  tell(`${kind}-correlation`, correlation === null ? "–" : formatCosine(correlation));
  tell(`${kind}-change`, change === null ? "–" : formatNumber(change));
}
