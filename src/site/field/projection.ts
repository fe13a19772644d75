import { type CellReads, readCell } from "../../onnx/field/cell_reads.ts";
import type { Size } from "../../raster/raster.ts";
import type { ReportLayer, ReportMaps } from "../../report/report_layer.ts";
import type { Box, CellPosition } from "./cell.ts";

/** How the cells of a layer's maps lie on the photo. */
export interface Projection {
  /** Finds what a cell reads of the photo; null where it reads nothing of it. */
  readonly field: (cell: CellPosition) => Box | null;
  /** Finds the cell whose field has its centre nearest to a point of the photo. */
  readonly cellAt: (x: number, y: number) => CellPosition;
  /**
   * Where a map lies on the photo: the middles of the fields, and half a step around them. Null
   * where the cells do not lie beside each other as what they read does.
   */
  readonly area: Box | null;
}

/** Finds how maps lie on the photo; null where that is not known. */
export function projectCells(
  { receptiveField }: Pick<ReportLayer, "receptiveField">,
  { height, width, fields }: Pick<ReportMaps, "height" | "width" | "fields">,
): Projection | null {
  const [rows, columns, ...more] = fields ?? (receptiveField && followLine(receptiveField)) ?? [];
  if (!rows || !columns || more.length > 0) return null;
  const boxOf = ({ row, column }: CellPosition): Box => {
    const down = readCell(rows, [row, column]);
    const across = readCell(columns, [row, column]);
    return { left: across.first, top: down.first, width: across.size, height: down.size };
  };
  const apart = rows.cells[1] === 1 && columns.cells[0] === 1;
  return {
    field: (cell) => {
      const box = boxOf(cell);
      return box.width > 0 && box.height > 0 ? box : null;
    },
    cellAt: (x, y) => (apart ? findApart : findAny)(boxOf, { x, y }, { height, width }),
    area: apart ? findArea([rows, columns], boxOf, { height, width }) : null,
  };
}

// As many cells as there are.
function followLine(
  { size, stride, offset }: NonNullable<ReportLayer["receptiveField"]>,
): CellReads[] {
  return size.map((extent, axis) => ({
    cells: size.map((_, i) => i === axis ? Number.MAX_SAFE_INTEGER : 1),
    first: [offset[axis]!],
    size: [extent],
    step: stride[axis]!,
  }));
}

type Field = (cell: CellPosition) => Box;

interface Point {
  readonly x: number;
  readonly y: number;
}

// Rows and columns, each by itself.
function findApart(field: Field, { x, y }: Point, { height, width }: Size): CellPosition {
  return {
    row: findNearest(height, (row) => Math.abs(middleOf(field({ row, column: 0 })).y - y)),
    column: findNearest(width, (column) => Math.abs(middleOf(field({ row: 0, column })).x - x)),
  };
}

function findAny(field: Field, { x, y }: Point, { height, width }: Size): CellPosition {
  const cellOf = (i: number): CellPosition => ({ row: Math.floor(i / width), column: i % width });
  return cellOf(findNearest(height * width, (i) => {
    const middle = middleOf(field(cellOf(i)));
    return Math.hypot(middle.x - x, middle.y - y);
  }));
}

// Of several that are as near, the middle one.
function findNearest(count: number, distance: (i: number) => number): number {
  let [least, first, last] = [Infinity, 0, 0];
  for (let i = 0; i < count; i++) {
    const own = distance(i);
    if (own < least) [least, first] = [own, i];
    if (own === least) last = i;
  }
  return Math.floor((first + last) / 2);
}

function middleOf({ left, top, width, height }: Box): Point {
  return { x: left + width / 2, y: top + height / 2 };
}

function findArea([rows, columns]: readonly CellReads[], field: Field, size: Size): Box | null {
  const down = findSide(rows!, size.height, (row) => middleOf(field({ row, column: 0 })).y);
  const across = findSide(columns!, size.width, (column) => middleOf(field({ row: 0, column })).x);
  return down && across &&
    { left: across.begin, top: down.begin, width: across.extent, height: down.extent };
}

interface Side {
  readonly begin: number;
  readonly extent: number;
}

function findSide(
  { first, step: advance }: CellReads,
  count: number,
  middleAt: (i: number) => number,
): Side | null {
  for (let i = 1; i < count; i++) if (!(middleAt(i) >= middleAt(i - 1))) return null;
  const step = advance > 0 ? advance / first.length : fitStep(count, middleAt);
  const middle = Math.floor((count - 1) / 2);
  return step > 0
    ? { begin: middleAt(middle) - (middle + 0.5) * step, extent: count * step }
    : null;
}

// By least squares, where cells at the border of the photo read less than the others.
function fitStep(count: number, middleAt: (i: number) => number): number {
  const from = Math.floor(count / 4);
  const inner = Array.from({ length: count - 2 * from }, (_, i) => from + i);
  const centre = (count - 1) / 2;
  const weights = inner.reduce((sum, i) => sum + (i - centre) ** 2, 0);
  return inner.reduce((sum, i) => sum + (i - centre) * middleAt(i), 0) / weights;
}
