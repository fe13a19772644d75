import strip_cells from "../../../templates/panel/strip_cells.hbs" with { type: "text" };
import { formatCount } from "../../site/format.ts";
import {
  findDim,
  isAngle,
  listMeasureColumns,
  type MeasureColumn,
  openFormat,
} from "../../site/measure_columns.ts";
import { drawTicks, layoutStrip, STRIP } from "../../site/plot/strip_layout.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import { compileTemplates } from "../../site/template.ts";
import { find, findAll } from "../shell/dom.ts";
import type { PanelContext } from "../pair/panel_context.ts";

/** The strip of a measure, without the mark of a pair: the view of `strip_cells.hbs`. */
interface StripView {
  readonly sheet: typeof STRIP;
  /** Its ticks, as a path. */
  readonly ticks: string;
}

const render = compileTemplates<{ readonly strip_cells: StripView }>({ strip_cells });

/** Draws every measure of the layer as a strip of ticks; the result marks a pair's own. */
export function openStrips({ data, words: { panel } }: PanelContext): (k: number) => void {
  const kernels = data.measures && data.measures.kernels;
  const columns = new Map(listMeasureColumns(data.measures).map((column) => [column.id, column]));
  const strips = findAll(HOOKS.measureRows).flatMap((row) => {
    const column = columns.get(row.dataset.measure!);
    if (!column) return [];
    const ofWeights = kernels !== null && column.of === "kernel";
    const isDim = ofWeights ? findDim(column.measure, kernels) : () => false;
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
  const { ticks, place } = layoutStrip(column);
  const ranks = rankValues(column);
  const format = openFormat(column);
  const known = formatCount(column.values.filter((value) => value !== null).length);
  const cells = render("strip_cells", { sheet: STRIP, ticks: drawTicks(ticks) });
  row.insertAdjacentHTML("beforeend", cells);
  const line = find<SVGLineElement>("line", row)!;
  const [value, rank] = [find(HOOKS.stripValue, row)!, find(HOOKS.stripRank, row)!];
  const tellRank = (own: number | null): string => {
    const rank = own === null ? undefined : ranks.get(own);
    return rank === undefined ? "" : panel.place(panel.ordinal(rank), known);
  };
  return (k) => {
    const own = column.values[k] ?? null;
    line.toggleAttribute("hidden", own === null);
    value.textContent = own === null ? "–" : format(own);
    row.classList.toggle("faint", isDim(k));
    rank.textContent = isDim(k) ? panel.unoriented : tellRank(own);
    if (own === null) return;
    line.setAttribute("x1", place(own));
    line.setAttribute("x2", place(own));
  };
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
