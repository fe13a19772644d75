import { nameActivation } from "../html/activation_text.ts";
import { formatNumber } from "../html/format.ts";
import { formatExact } from "./exact.ts";
import type { PanelContext } from "./panel_context.ts";
import type { Box, Cell } from "./probe.ts";

/** What a cell of a map holds. */
export interface CellValues {
  /** In the convolution's own output. */
  readonly before: number;
  /** Behind what follows; null where nothing does, or it is not known. */
  readonly after: number | null;
}

/** What is known of a cell of a map. */
export interface CellFacts {
  readonly cell: Cell;
  /** Null where they are not known. */
  readonly values: CellValues | null;
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
  { data, words }: PanelContext,
  { cell, values }: CellFacts,
): string {
  const { panel } = words;
  const [row, column] = [String(cell.row), String(cell.column)];
  if (!values) return panel.cellAlone(row, column);
  const text = panel.cell(row, column, formatExact(values.before));
  if (values.after === null) return text;
  const activation = nameActivation(data.layer, words);
  return `${text} (${panel.behind(activation, formatExact(values.after))})`;
}

function listSides(
  { top, left, height, width }: Box,
): [top: string, bottom: string, left: string, right: string] {
  const format = (at: number): string => formatNumber(Math.round(at));
  return [format(top), format(top + height - 1), format(left), format(left + width - 1)];
}
