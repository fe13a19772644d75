import { roundUnit } from "../plot/axis.ts";
import { ATLAS_UNIT } from "./row_layout.ts";

/** Draws an arc from each layer that is read to the one that reads it, but not to the next. */
export function drawArcs(reads: readonly (readonly number[])[]): string {
  const far = reads.flatMap((sources, reader) => {
    return sources.filter((source) => reader - source !== 1).map((source) =>
      [source, reader] as const
    );
  });
  const longest = far.reduce((most, [source, reader]) => Math.max(most, reader - source), 1);
  return far.map(([source, reader]) => drawArc(source, reader, longest)).join("");
}

/** Draws an arc between two columns, the higher the farther these are apart. */
function drawArc(source: number, reader: number, longest: number): string {
  const { width, height } = ATLAS_UNIT;
  const [from, to] = [source, reader].map((place) => (place + 0.5) * width) as [number, number];
  const rise = 0.94 * Math.sqrt((reader - source) / longest);
  const middle = roundUnit(height * (1 - 2 * rise)); // a curve comes half as far as its control point
  return `M${from} ${height}Q${(from + to) / 2} ${middle} ${to} ${height}`;
}
