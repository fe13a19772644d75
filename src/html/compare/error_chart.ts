import { layoutAxis, roundUnit } from "../../site/plot/axis.ts";
import { listPlaces } from "../../site/plot/layer_places.ts";
import type { Tick } from "../../site/plot/scatter_layout.ts";

/** The median and the worst of a layer; null where it is not known. */
export type LayerErrors = { readonly median: number; readonly worst: number } | null;

/** Where everything of the chart stands, in units of its viewBox. */
export interface ErrorChart {
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  /** From the median of each layer to its worst, as a path. */
  readonly spans: string;
  readonly columns: readonly ErrorColumn[];
  /** The radius of a dot. */
  readonly radius: number;
}

/** A layer in the chart. */
export interface ErrorColumn {
  /** Its place among the layers, counted from 0. */
  readonly place: number;
  readonly x: number;
  readonly median: number;
  readonly worst: number;
  /** The left edge of what belongs to it. */
  readonly left: number;
  readonly width: number;
}

const PLOT = { left: 48, top: 22, width: 582, height: 160 } as const;

/** Where axes and their labels stand around the chart. */
export const ERROR_FRAME = {
  width: 640,
  height: 230,
  left: PLOT.left,
  top: PLOT.top,
  middle: PLOT.left + PLOT.width / 2,
  right: PLOT.left + PLOT.width,
  bottom: PLOT.top + PLOT.height,
  rise: PLOT.height,
  yTick: PLOT.left - 7,
  xMark: PLOT.top + PLOT.height + 4,
  xTick: PLOT.top + PLOT.height + 16,
  xLabel: PLOT.top + PLOT.height + 40,
} as const;

const LARGEST = 4;
const NUMBERS = 15; // of layers that have room

/** Lays out the errors of layers, with `floor` among what is shown where there is one. */
export function layoutErrors(layers: readonly LayerErrors[], floor: number | null): ErrorChart {
  const values = layers.flatMap((each) => each === null ? [] : [each.median, each.worst]);
  const up = layoutAxis(floor === null ? values : [floor, ...values], "amount");
  const step = PLOT.width / layers.length;
  const toX = (place: number): number => roundUnit(PLOT.left + (place + 0.5) * step);
  const toY = (value: number): number => roundUnit(PLOT.top + PLOT.height * (1 - up.place(value)));
  const columns = layers.flatMap((each, place): ErrorColumn[] => {
    if (each === null) return [];
    const left = roundUnit(PLOT.left + place * step);
    const [median, worst] = [toY(each.median), toY(each.worst)];
    return [{ place, x: toX(place), median, worst, left, width: roundUnit(step) }];
  });
  return {
    xTicks: listPlaces(layers.length, NUMBERS).map((place) => ({
      value: place + 1,
      at: toX(place),
    })),
    yTicks: up.ticks.map((value) => ({ value, at: toY(value) })),
    spans: columns.map(({ x, median, worst }) => `M${x} ${median}V${worst}`).join(""),
    columns,
    radius: roundUnit(Math.min(LARGEST, Math.max(1.2, step / 3))),
  };
}

/** A name at the worst of a layer. */
export interface ErrorLabel {
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
  readonly text: string;
}

const SIGN = 6.2; // the width of a letter, about
const [ABOVE, BELOW] = [-8, 15]; // from a dot to its name

/** Places the names of the layers that are worst, as far as one does not lie over another. */
export function labelErrors(
  columns: readonly ErrorColumn[],
  names: readonly (readonly [place: number, text: string])[],
): readonly ErrorLabel[] {
  const placed: (ErrorLabel & { readonly from: number; readonly to: number })[] = [];
  for (const [place, text] of names) {
    const column = columns.find((each) => each.place === place);
    if (!column) continue;
    const { x, worst, median } = column;
    const half = text.length * SIGN / 2;
    const anchor = x - half < PLOT.left ? "start" : x + half > ERROR_FRAME.width ? "end" : "middle";
    const from = { start: x, middle: x - half, end: x - 2 * half }[anchor];
    if (placed.some((other) => from < other.to && other.from < from + 2 * half)) continue;
    placed.push({
      x,
      y: roundUnit(worst + (worst > median ? BELOW : ABOVE)),
      anchor,
      text,
      from,
      to: from + 2 * half,
    });
  }
  return placed.map(({ x, y, anchor, text }) => ({ x, y, anchor, text }));
}
