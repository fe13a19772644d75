import { layoutAxis, roundUnit } from "./axis.ts";
import { listPlaces } from "./layer_places.ts";
import type { Tick } from "./scatter_layout.ts";

/** Where the middle of some numbers lies, and half of them around it. */
export interface Quartiles {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** Where everything of a chart over the layers of a network stands, in units of its viewBox. */
export interface DepthLayout {
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  /** The halves around the medians, an outline for each run of layers that have one. */
  readonly band: string;
  /** The medians, a line for each run. */
  readonly line: string;
  readonly columns: readonly DepthColumn[];
}

/** A layer in the chart. */
export interface DepthColumn {
  /** Its place among all layers, counted from 0. */
  readonly place: number;
  readonly x: number;
  readonly low: number;
  readonly median: number;
  readonly high: number;
  /** The left edge of what belongs to it. */
  readonly left: number;
  readonly width: number;
}

const PLOT = { left: 34, top: 10, width: 318, height: 130 } as const;

/** Where axes and their labels stand around the medians. */
export const DEPTH_FRAME = {
  width: 360,
  height: 178,
  left: PLOT.left,
  top: PLOT.top,
  middle: PLOT.left + PLOT.width / 2,
  right: PLOT.left + PLOT.width,
  bottom: PLOT.top + PLOT.height,
  rise: PLOT.height,
  /** The end of a tick's label on the axis upwards. */
  yTick: PLOT.left - 7,
  /** The end of a tick's mark on the axis across, and the base line of its label. */
  xMark: PLOT.top + PLOT.height + 4,
  xTick: PLOT.top + PLOT.height + 16,
  /** The base line of what the axis across is named. */
  xLabel: PLOT.top + PLOT.height + 33,
} as const;

const NUMBERS = 10; // of layers that have room

/** Lays out quartiles of layers, with 0 among what is shown, in the order of the graph; null has no place. */
export function layoutDepth(layers: readonly (Quartiles | null)[]): DepthLayout {
  const most = layers.reduce((max, each) => Math.max(max, each?.high ?? 0), 0);
  const least = layers.reduce((min, each) => Math.min(min, each?.low ?? 0), 0);
  const up = layoutAxis([least, most], "amount");
  const step = PLOT.width / layers.length;
  const toX = (place: number): number => roundUnit(PLOT.left + (place + 0.5) * step);
  const toY = (value: number): number => roundUnit(PLOT.top + PLOT.height * (1 - up.place(value)));
  const columns = layers.flatMap((each, place): DepthColumn[] => {
    if (each === null) return [];
    const [low, median, high] = [toY(each.low), toY(each.median), toY(each.high)];
    const left = roundUnit(PLOT.left + place * step);
    return [{ place, x: toX(place), low, median, high, left, width: roundUnit(step) }];
  });
  const runs = splitRuns(columns);
  return {
    xTicks: listPlaces(layers.length, NUMBERS).map((place) => ({
      value: place + 1,
      at: toX(place),
    })),
    yTicks: up.ticks.map((value) => ({ value, at: toY(value) })),
    band: runs.map(drawBand).join(""),
    line: runs.map(drawLine).join(""),
    columns,
  };
}

function splitRuns(columns: readonly DepthColumn[]): DepthColumn[][] {
  const runs: DepthColumn[][] = [];
  for (const column of columns) {
    const before = runs.at(-1)?.at(-1);
    if (before?.place === column.place - 1) runs.at(-1)!.push(column);
    else runs.push([column]);
  }
  return runs;
}

function drawLine(run: readonly DepthColumn[]): string {
  return `M${run.map(({ x, median }) => `${x} ${median}`).join("L")}`;
}

function drawBand(run: readonly DepthColumn[]): string {
  const over = run.map(({ x, high }) => `${x} ${high}`);
  const under = run.map(({ x, low }) => `${x} ${low}`).reverse();
  return `M${[...over, ...under].join("L")}Z`;
}
