import { formatCount } from "../../site/format.ts";
import {
  findDim,
  formatMeasure,
  isAngle,
  listMeasureColumns,
  type MeasureColumn,
} from "../../site/measure_columns.ts";
import { find, findAll } from "../shell/dom.ts";
import type { PanelContext } from "../pair/panel_context.ts";

/** Draws every measure of the layer as a strip of ticks; the result marks a pair's own. */
export function openStrips({ data, words: { panel } }: PanelContext): (k: number) => void {
  const kernels = data.measures && data.measures.kernels;
  const columns = new Map(listMeasureColumns(data.measures).map((column) => [column.id, column]));
  const strips = findAll("[data-measure]").flatMap((row) => {
    const column = columns.get(row.dataset.measure!);
    if (!column) return [];
    const isDim = kernels ? findDim(column.measure, kernels) : () => false;
    return [openStrip(row, column, { panel, isDim })];
  });
  return (k) => {
    for (const mark of strips) mark(k);
  };
}

interface StripOptions {
  readonly panel: PanelContext["words"]["panel"];
  /** Whether the value of kernel k says little. */
  readonly isDim: (k: number) => boolean;
}

function openStrip(
  row: HTMLElement,
  column: MeasureColumn,
  { panel, isDim }: StripOptions,
): (k: number) => void {
  const place = placeValues(column);
  const ranks = rankValues(column);
  const marks = column.values.flatMap((value) => value === null ? [] : [place(value)]);
  const ticks = [...new Set(marks.map((x) => x.toFixed(1)))]; // those that fall together once
  find<SVGPathElement>("path", row)!.setAttribute("d", ticks.map((x) => `M${x} 5v9`).join(""));
  const line = find<SVGLineElement>("line", row)!;
  const [value, rank] = [find(".v", row)!, find(".r", row)!];
  const tellRank = (own: number | null): string => {
    const rank = own === null ? undefined : ranks.get(own);
    return rank === undefined ? "" : panel.place(panel.ordinal(rank), formatCount(marks.length));
  };
  return (k) => {
    const own = column.values[k] ?? null;
    line.toggleAttribute("hidden", own === null);
    value.textContent = own === null ? "–" : formatMeasure(column, own);
    row.classList.toggle("faint", isDim(k));
    rank.textContent = isDim(k) ? panel.unoriented : tellRank(own);
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

/** Ranks the values of a measure, the largest first; equal ones, angles and one alone have none. */
export function rankValues(column: MeasureColumn): ReadonlyMap<number, number> {
  if (isAngle(column)) return new Map();
  const sorted = column.values.filter((value) => value !== null).sort((a, b) => b - a);
  if (sorted.length === 1) return new Map();
  const alone = sorted.map((value, i) => [value, i + 1] as const).filter(([value], i) =>
    value !== sorted[i - 1] && value !== sorted[i + 1]
  );
  return new Map(alone);
}
