import { nameActivation } from "../../site/activation_text.ts";
import { formatNumber } from "../../site/format.ts";
import { formatWithin } from "../../site/format_within.ts";
import { findMaps, type PanelContext } from "../pair/panel_context.ts";
import type { Box, CellPosition } from "../../site/field/cell.ts";
import type { ProbedMap } from "./probed_map.ts";

/** What a cell of a map holds. */
export interface CellValues {
  /** In the convolution's own output. */
  readonly before: number;
  /** Behind what follows; null where nothing does, or it is not known. */
  readonly after: number | null;
  /** How far they may be from what they stand for. */
  readonly error: number;
}

/** What is known of a cell of a map. */
export interface CellFacts {
  readonly cell: CellPosition;
  readonly map: ProbedMap;
  /** Null where they are not known. */
  readonly values: CellValues | null;
  /** What it reads of the photo; null where that is not known. */
  readonly field: Box | null;
  /** What else is to be said, in sentences. */
  readonly notes: readonly string[];
}

/** Describes a cell: its value, and what it reads. */
export function describeCell(context: PanelContext, facts: CellFacts): string {
  const { words: { panel } } = context;
  const reads = facts.map.photo.dims === null ? panel.reads : panel.readsArray;
  const field = facts.field ? [reads(...listSides(facts.field))] : [];
  return panel.probe([describeValue(context, facts), ...field], facts.notes);
}

function describeValue(
  context: PanelContext,
  { cell, map, values }: CellFacts,
): string {
  const { data, words } = context;
  const { panel } = words;
  const place = describePlace(context, map, cell);
  if (!values) return place;
  const text = panel.cell(place, formatWithin(values.before, values.error));
  if (values.after === null) return text;
  const activation = nameActivation(data.layer, words);
  return `${text} (${panel.behind(activation, formatWithin(values.after, values.error))})`;
}

function describePlace(
  { data, words: { panel, count } }: PanelContext,
  { photo }: ProbedMap,
  { row, column }: CellPosition,
): string {
  const { space, height } = findMaps(data, photo.id);
  if (space.length === 1) return panel.cellAlong(String(column));
  if (space.length === 2) return panel.cellAlone(String(row), String(column));
  const depth = panel.depth(String(Math.floor(row / height)));
  return count.list([depth, panel.cellAlone(String(row % height), String(column))]);
}

function listSides(
  { top, left, height, width }: Box,
): [top: string, bottom: string, left: string, right: string] {
  const format = (at: number): string => formatNumber(Math.round(at));
  return [format(top), format(top + height - 1), format(left), format(left + width - 1)];
}
