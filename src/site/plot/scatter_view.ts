import type { What } from "../../analysis/class/what.ts";
import type { Axis } from "./axis.ts";
import { formatNumber } from "../format.ts";
import { nameTone } from "../kernel_class.ts";
import type { Size } from "../../raster/raster.ts";
import { type MiniTiles, placeTile } from "../tile/sprite.ts";
import { layoutMarks, type Mark } from "./mark_layout.ts";
import { FRAME, layoutScatter, type ScatterLayout, type Tick } from "./scatter_layout.ts";
import type { PlotWords, ScatterMeasure } from "./scatter_measure.ts";

/** A kernel measure against a map measure: the view of `scatter.hbs`. In units of its viewBox. */
export interface ScatterView {
  /** The plot in words. */
  readonly words: string;
  readonly frame: typeof FRAME;
  readonly xLabel: string;
  readonly yLabel: string;
  /** What stands for the measures of the axes in the addresses of their explanations. */
  readonly xAbout: string;
  readonly yAbout: string;
  readonly xTicks: readonly TickView[];
  readonly yTicks: readonly TickView[];
  /** Those that stand as tiles behind the others, above which they are drawn. */
  readonly points: readonly PointView[];
  /** Points without links, and those of the tiles that stand before them; a cloud a class. */
  readonly clouds: readonly CloudView[];
  /** How many points stand on an edge and belong beyond it. */
  readonly beyond: readonly string[];
}

/** A tick of an axis and its line across the plot. */
export interface TickView {
  readonly at: string;
  readonly label: string;
}

/** A kernel in a plot. */
export interface PointView {
  readonly index: string;
  readonly tone: string;
  readonly x: string;
  readonly y: string;
  readonly title: string;
  /** Whether it has a mark of its own: else it is a dot of a cloud. */
  readonly isMarked: boolean;
  /** The tile of its kernel; null where it stands as the symbol of its class. */
  readonly tile: PointTile | null;
}

/** A kernel's tile in a plot, in whichever view the page shows. */
export interface PointTile extends Mark, Size {
  /** Its middle, to which a line leads from the point. */
  readonly middle: string;
  /** The classes that place it in its sprite. */
  readonly place: string;
}

/** The points of a class. */
export interface CloudView {
  readonly tone: string;
  /** A line of no length at each. */
  readonly path: string;
}

/** What a scatter shows. */
export interface ScatterOptions {
  /** What each kernel looks for. */
  readonly what: readonly What[];
  readonly tiles: MiniTiles | null;
  readonly x: ScatterMeasure;
  readonly y: ScatterMeasure;
}

/** Views a scatter; what has no value on either axis is left out. */
export function viewScatter(
  { what, tiles, x, y }: ScatterOptions,
  { words, name }: { readonly words: PlotWords; readonly name: string },
): ScatterView {
  const layout = layoutScatter(x, y);
  const findTile = viewTiles(layout, tiles);
  const points = layout.points.map(({ k, across, up, ...at }) => {
    const values = [`${x.name} ${x.format(across)}`, `${y.name} ${y.format(up)}`];
    return {
      index: String(k),
      tone: nameTone(what[k]!),
      x: String(at.x),
      y: String(at.y),
      title: words.rule.plot.point(String(k), words.kind.names[what[k]!], values),
      isMarked: true,
      tile: findTile(k),
    };
  });
  return {
    words: name,
    frame: FRAME,
    xLabel: labelAxis(layout.x, x, words),
    yLabel: labelAxis(layout.y, y, words),
    xAbout: x.id,
    yAbout: y.id,
    xTicks: layout.xTicks.map(viewTick),
    yTicks: layout.yTicks.map(viewTick),
    points: points.toSorted((a, b) => Number(a.tile !== null) - Number(b.tile !== null)),
    clouds: [],
    beyond: countBeyond(layout, words),
  };
}

function viewTiles(
  { points }: ScatterLayout,
  tiles: MiniTiles | null,
): (k: number) => PointTile | null {
  const marks = tiles && layoutMarks(points, tiles.size);
  return (k) => {
    const mark = marks?.get(k);
    if (!tiles || !mark) return null;
    const { width, height } = tiles.size;
    const middle = `${mark.x + width / 2} ${mark.y + height / 2}`;
    return { ...mark, width, height, middle, place: placeTile(tiles, k) };
  };
}

/** Views the points of a scatter as clouds, a thirtieth of the text, and the tiles by their numbers alone. */
export function joinPoints(scatter: ScatterView): ScatterView {
  const tones = Map.groupBy(scatter.points, ({ tone }) => tone);
  const clouds = [...tones].map(([tone, points]) => ({ tone, path: joinDots(points) }));
  const tiles = scatter.points.filter(({ tile }) => tile !== null)
    .map((point) => ({ ...point, title: point.index, isMarked: false }));
  return { ...scatter, points: tiles, clouds };
}

// In whole units, a fifth of a dot, from left to right, and each by its way from the one before.
function joinDots(points: readonly PointView[]): string {
  const dots = points.map(({ x, y }) => ({ x: Math.round(Number(x)), y: Math.round(Number(y)) }))
    .toSorted((a, b) => a.x - b.x || a.y - b.y);
  const last = { x: 0, y: 0 };
  const steps = dots.map(({ x, y }) => {
    const down = y - last.y;
    const step = `m${x - last.x}${down < 0 ? "" : " "}${down}h0`;
    Object.assign(last, { x, y });
    return step;
  });
  return steps.join("");
}

function labelAxis({ scale }: Axis, { name, unit }: ScatterMeasure, { rule }: PlotWords): string {
  const label = unit === null ? name : rule.plot.unit(name, unit);
  return scale === "log" ? rule.plot.logarithmic(label) : label;
}

function viewTick({ value, at }: Tick): TickView {
  return { at: String(at), label: formatTick(value) };
}

// Decades stay decimal where an axis has room for them.
function formatTick(tick: number): string {
  return Math.abs(tick) < 1e-3 && Math.abs(tick) >= 1e-4
    ? String(tick).replace("-", "−")
    : formatNumber(tick);
}

function countBeyond(
  { x, y, points }: ScatterLayout,
  { rule, count }: PlotWords,
): readonly string[] {
  const left = points.filter(({ across }) => across < x.low).length;
  const below = points.filter(({ up }) => up < y.low).length;
  return [
    ...left > 0 ? [rule.plot.beyondX(count.kernels(left), formatTick(x.low))] : [],
    ...below > 0 ? [rule.plot.beyondY(count.kernels(below), formatTick(y.low))] : [],
  ];
}
