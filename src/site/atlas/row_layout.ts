import { layoutAxis, roundUnit } from "../plot/axis.ts";
import type { AtlasRow } from "./atlas_rows.ts";
import { KERNEL_FORMS, type KernelForm } from "./kernel_form.ts";
import type { RowColumns } from "./layers_file.ts";

/** The columns of a row that are drawn. */
type DrawnColumns = Pick<RowColumns, "value" | "low" | "high">;

/** How wide a column is, and how high a row, in units of the viewBox, which is stretched to its place. */
export const ATLAS_UNIT = { width: 10, height: 100 } as const;

/** The columns of a row that are drawn alike, as one path. */
export interface RowPath {
  /** What they are drawn as: a form of kernels, `bar` or `median`. */
  readonly tone: KernelForm | "bar" | "median";
  readonly d: string;
}

/** A row of the atlas, drawn. */
export interface RowLayout {
  readonly paths: readonly RowPath[];
  /** The values at the lower and at the upper edge. */
  readonly low: number;
  readonly high: number;
}

/** Lays out a row of the atlas: a column a layer; nothing stands where a layer has no number. */
export function layoutRow(
  drawn: AtlasRow["drawn"],
  columns: DrawnColumns,
  forms: readonly KernelForm[],
): RowLayout {
  switch (drawn) {
    case "side":
      return layoutSides(columns, forms);
    case "spread":
    case "worst":
      return layoutSpreads(columns);
    case "share":
      return layoutShares(columns);
  }
}

function layoutSides({ value }: DrawnColumns, forms: readonly KernelForm[]): RowLayout {
  const high = findMost(value);
  const rise = (side: number): number =>
    high <= 1 ? 1 : 0.12 + 0.88 * Math.log(side) / Math.log(high);
  const paths = KERNEL_FORMS.map((tone) => ({
    tone,
    d: drawColumns(value, (side, i) => forms[i] === tone ? [0, rise(side)] : null),
  }));
  return { paths: paths.filter(({ d }) => d !== ""), low: 1, high };
}

function layoutSpreads({ value, low, high }: DrawnColumns): RowLayout {
  const ends = [...low, ...high, ...value].filter((each) => each !== null);
  const axis = layoutAxis([Math.min(0, ...ends), Math.max(0, ...ends)], "amount");
  return {
    paths: [
      {
        tone: "bar",
        d: drawColumns(value, (_, i) => {
          return low[i] === null ? null : [axis.place(low[i]!), axis.place(high[i]!)];
        }),
      },
      { tone: "median", d: drawColumns(value, (median) => spreadLine(axis.place(median))) },
    ],
    low: axis.low,
    high: axis.high,
  };
}

const LINE = 0.05; // as a share of the row

function spreadLine(at: number): readonly [from: number, to: number] {
  const from = Math.min(1 - LINE, Math.max(0, at - LINE / 2));
  return [from, from + LINE];
}

// One kernel of a thousand is to be seen.
const LEAST = 0.08;

function layoutShares({ value }: DrawnColumns): RowLayout {
  const high = findMost(value);
  const bar = (share: number): readonly [number, number] | null =>
    share === 0 ? null : [0, Math.max(LEAST, share / high)];
  return { paths: [{ tone: "bar", d: drawColumns(value, bar) }], low: 0, high };
}

function findMost(values: RowColumns["value"]): number {
  return values.reduce((most: number, value) => Math.max(most, value ?? 0), 0);
}

const GAP = 1; // between columns, in units

/** Draws a rectangle a column, from and to a share of the height; null draws nothing. */
export function drawColumns(
  values: RowColumns["value"],
  place: (value: number, i: number) => readonly [from: number, to: number] | null,
): string {
  const { width, height } = ATLAS_UNIT;
  return values.map((value, i) => {
    const ends = value === null ? null : place(value, i);
    if (ends === null) return "";
    const [bottom, top] = ends.map((share) => roundUnit(height * (1 - share))) as [number, number];
    return `M${i * width} ${top}h${width - GAP}V${bottom}h${GAP - width}z`;
  }).join("");
}
