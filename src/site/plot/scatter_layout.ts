import type { Values } from "../../analysis/kernel/kernel_measures.ts";
import { type Axis, layoutAxis, roundUnit, type Spread } from "./axis.ts";

/** Where everything of a scatter stands, in units of its viewBox. */
export interface ScatterLayout {
  readonly x: Axis;
  readonly y: Axis;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  /** What has a value on both axes, in the order of the kernels. */
  readonly points: readonly Point[];
}

/** A tick of an axis. */
export interface Tick {
  readonly value: number;
  readonly at: number;
}

/** A kernel in a plot. */
export interface Point {
  readonly k: number;
  readonly x: number;
  readonly y: number;
  /** Its measures. */
  readonly across: number;
  readonly up: number;
}

/** A measure of every kernel. */
export interface ScatterColumn {
  readonly values: Values;
  readonly spread: Spread;
}

/** The box of the points. */
const PLOT = { left: 40, top: 24, width: 348, height: 232 } as const;

/** Where axes and their labels stand around the points. */
export const FRAME = {
  width: 400,
  height: 304,
  left: PLOT.left,
  middle: PLOT.left + PLOT.width / 2,
  right: PLOT.left + PLOT.width,
  top: PLOT.top,
  bottom: PLOT.top + PLOT.height,
  /** The end of a tick's label on the axis upwards. */
  yTick: PLOT.left - 8,
  /** The end of a tick's mark on the axis across, and the base line of its label. */
  xMark: PLOT.top + PLOT.height + 5,
  xTick: PLOT.top + PLOT.height + 20,
  /** The base lines of what the axes are named. */
  yLabel: 10,
  xLabel: 298,
} as const;

/** Lays out a scatter of one measure against another. */
export function layoutScatter(x: ScatterColumn, y: ScatterColumn): ScatterLayout {
  const known = findKnown(x.values, y.values);
  const across = layoutAxis(known.map((each) => each.across), x.spread);
  const up = layoutAxis(known.map((each) => each.up), y.spread);
  const toX = (value: number): number => roundUnit(PLOT.left + PLOT.width * across.place(value));
  const toY = (value: number): number => roundUnit(PLOT.top + PLOT.height * (1 - up.place(value)));
  return {
    x: across,
    y: up,
    xTicks: across.ticks.map((value) => ({ value, at: toX(value) })),
    yTicks: up.ticks.map((value) => ({ value, at: toY(value) })),
    points: known.map((each) => ({ ...each, x: toX(each.across), y: toY(each.up) })),
  };
}

function findKnown(x: Values, y: Values): Pick<Point, "k" | "across" | "up">[] {
  return [...x.keys()].flatMap((k) => {
    const [across, up] = [x[k] ?? NaN, y[k] ?? NaN];
    return Number.isFinite(across) && Number.isFinite(up) ? [{ k, across, up }] : [];
  });
}
