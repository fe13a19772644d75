/** A point of a plot, in units of its viewBox. */
export interface PlotPoint {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

/** Two opposite corners of a rectangle. */
export interface Corners {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

/** Finds the kernels whose points lie in a rectangle, its edges included. */
export function findInside(points: readonly PlotPoint[], { x, y }: Corners): readonly number[] {
  return points.filter((point) => lies(point.x, x) && lies(point.y, y)).map(({ k }) => k);
}

function lies(value: number, [one, other]: readonly [number, number]): boolean {
  return value >= Math.min(one, other) && value <= Math.max(one, other);
}

/** Orders points from left to right, those above each other from the top. */
export function orderPoints<Point extends PlotPoint>(points: readonly Point[]): readonly Point[] {
  return points.toSorted((a, b) => a.x - b.x || a.y - b.y || a.k - b.k);
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageDown: 10,
  PageUp: -10,
  End: Infinity,
  Home: -Infinity,
};

/** Finds the place that a key leads to among `count` points in order; null for other keys. */
export function stepTo(key: string, place: number, count: number): number | null {
  const step = STEPS[key];
  return step === undefined ? null : Math.min(count - 1, Math.max(0, place + step));
}

/** Spans a rectangle over the ordered points between two places, both included. */
export function spanPoints(
  ordered: readonly PlotPoint[],
  one: number,
  other: number,
): readonly PlotPoint[] {
  return ordered.slice(Math.min(one, other), Math.max(one, other) + 1);
}
