import { formatNumber } from "../html/format.ts";
import { formatExact } from "./exact.ts";
import type { MapValues } from "./map_values.ts";
import type { PanelContext } from "./panel_context.ts";
import type { Box, Cell } from "./probe.ts";

/** What is known of a cell of a map. */
export interface CellFacts {
  readonly cell: Cell;
  /** Its place among the values of the map. */
  readonly index: number;
  /** Null where they are not loaded. */
  readonly values: MapValues | null;
  /** What it reads of the photo; null where that is not known. */
  readonly field: Box | null;
  /** What else is to be said, in sentences. */
  readonly notes: readonly string[];
}

/** Describes a cell: its exact value, and what it reads. */
export function describeCell(context: PanelContext, facts: CellFacts): string {
  const { words: { panel } } = context;
  const reads = facts.field ? [panel.reads(...listSides(facts.field))] : [];
  return panel.probe([describeValue(context, facts), ...reads], facts.notes);
}

function describeValue(
  { data, words: { panel } }: PanelContext,
  { cell, index, values }: CellFacts,
): string {
  const [row, column] = [String(cell.row), String(cell.column)];
  if (!values) return panel.cellAlone(row, column);
  const text = panel.cell(row, column, formatExact(values.before[index]!));
  if (!values.after) return text;
  const activation = data.layer.activation.join(", ");
  return `${text} (${panel.behind(activation, formatExact(values.after[index]!))})`;
}

function listSides(
  { top, left, height, width }: Box,
): [top: string, bottom: string, left: string, right: string] {
  const format = (at: number): string => formatNumber(Math.round(at));
  return [format(top), format(top + height - 1), format(left), format(left + width - 1)];
}
