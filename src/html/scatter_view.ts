import type { Values } from "../analysis/kernel_measures.ts";
import type { KernelKind } from "../analysis/kernel_kind.ts";
import { type Axis, placeOn, SHARE_AXIS } from "./axis.ts";
import { formatGain, formatQuantity, formatShare } from "./format.ts";
import { nameKind } from "./kernel_class.ts";

/** A kernel measure against the picture kept: the view of `scatter.hbs`. In units of its viewBox. */
export interface ScatterView {
  /** The plot in words. */
  readonly words: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly xTicks: readonly TickView[];
  readonly yTicks: readonly TickView[];
  readonly points: readonly PointView[];
  /** How many points stand on the left edge and belong beyond it; null where none does. */
  readonly beyond: string | null;
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
}

/** What a scatter shows. */
export interface ScatterOptions {
  readonly kinds: readonly KernelKind[];
  readonly x: Values;
  readonly y: Values;
  /** The name of x. */
  readonly name: string;
  readonly axis: Axis;
}

/** The box of the points: what `scatter.hbs` draws axes around. */
export const PLOT = { left: 40, top: 24, width: 348, height: 232 } as const;

/** Views a scatter; what has no value on either axis is left out. */
export function viewScatter({ kinds, x, y, name, axis }: ScatterOptions): ScatterView {
  const known = kinds.flatMap((kind, k) => {
    const [across, up] = [x[k] ?? null, y[k] ?? null];
    return across === null || up === null ? [] : [{ k, kind, across, up }];
  });
  const beyond = known.filter(({ across }) => across < axis.low).length;
  return {
    words: `${name} against the picture kept, ${formatQuantity(known.length, "kernel")}`,
    xLabel: axis.scale === "log" ? `${name}, logarithmic` : name,
    yLabel: "picture kept, R²",
    xTicks: axis.ticks.map((tick) => ({
      at: placeX(axis, tick),
      label: formatTick(tick),
    })),
    yTicks: SHARE_AXIS.ticks.map((tick) => ({ at: placeY(tick), label: formatTick(tick) })),
    points: known.map(({ k, kind, across, up }) => ({
      index: String(k),
      tone: nameKind(kind),
      x: placeX(axis, across),
      y: placeY(up),
      title: `${k}, ${kind}: ${name} ${formatGain(across)}, keeps ${formatShare(up)}`,
    })),
    beyond: beyond > 0
      ? `${formatQuantity(beyond, "kernel")} below ${formatTick(axis.low)}, on the left edge`
      : null,
  };
}

function placeX(axis: Axis, value: number): string {
  return round(PLOT.left + PLOT.width * placeOn(axis, value));
}

function placeY(value: number): string {
  return round(PLOT.top + PLOT.height * (1 - placeOn(SHARE_AXIS, value)));
}

// Decades come with errors of rounding.
function formatTick(tick: number): string {
  return String(Number(tick.toPrecision(2)));
}

function round(length: number): string {
  return String(Number(length.toFixed(1)));
}
