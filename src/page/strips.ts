import { formatMeasure, listMeasureColumns, type MeasureColumn } from "../html/measure_columns.ts";
import { find, findAll } from "./dom.ts";
import type { PanelContext } from "./panel_context.ts";

/** Draws every measure of the layer as a strip of ticks; the result marks a pair's own. */
export function openStrips({ data, words: { panel } }: PanelContext): (k: number) => void {
  const columns = new Map(listMeasureColumns(data.measures).map((column) => [column.id, column]));
  const strips = findAll("[data-measure]").flatMap((row) => {
    const column = columns.get(row.dataset.measure!);
    return column ? [openStrip(row, column, panel)] : [];
  });
  return (k) => {
    for (const mark of strips) mark(k);
  };
}

type PanelWords = PanelContext["words"]["panel"];

function openStrip(
  row: HTMLElement,
  column: MeasureColumn,
  panel: PanelWords,
): (k: number) => void {
  const place = placeValues(column);
  const ranks = rankValues(column.values);
  const marks = column.values.flatMap((value) => value === null ? [] : [place(value)]);
  const ticks = [...new Set(marks.map((x) => x.toFixed(1)))]; // those that fall together once
  find<SVGPathElement>("path", row)!.setAttribute("d", ticks.map((x) => `M${x} 5v9`).join(""));
  const line = find<SVGLineElement>("line", row)!;
  const [value, rank] = [find(".v", row)!, find(".r", row)!];
  return (k) => {
    const own = column.values[k] ?? null;
    line.toggleAttribute("hidden", own === null);
    value.textContent = own === null ? "–" : formatMeasure(column, own);
    rank.textContent = own === null
      ? ""
      : panel.place(panel.ordinal(ranks.get(own)!), String(marks.length));
    if (own === null) return;
    line.setAttribute("x1", place(own).toFixed(1));
    line.setAttribute("x2", place(own).toFixed(1));
  };
}

const WIDTH = 196;
const MARGIN = 2;

// Gains and norms spread over decades.
const LOGARITHMIC = new Set(["norm", "dcGain", "lumaGain"]);
const LEAST_SHARE = 1e-4;

function placeValues({ id, values }: MeasureColumn): (value: number) => number {
  const known = values.filter((value) => value !== null && Number.isFinite(value)) as number[];
  const most = known.reduce((a, b) => Math.max(a, b), -Infinity);
  const log = LOGARITHMIC.has(id) && most > 0;
  const scale = (value: number) => log ? Math.log(Math.max(value, most * LEAST_SHARE)) : value;
  const low = scale(known.reduce((a, b) => Math.min(a, b), Infinity));
  const span = scale(most) - low;
  return (value) => MARGIN + (span > 0 ? WIDTH * (scale(value) - low) / span : WIDTH / 2);
}

// The largest is the first; equal values share a place.
function rankValues(values: MeasureColumn["values"]): ReadonlyMap<number, number> {
  const sorted = values.filter((value) => value !== null).sort((a, b) => b - a);
  const ranks = new Map<number, number>();
  sorted.forEach((value, i) => {
    if (!ranks.has(value)) ranks.set(value, i + 1);
  });
  return ranks;
}
