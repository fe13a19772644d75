import measure_rows from "../../../templates/layer/measure_rows.hbs" with { type: "text" };
import { HOOKS } from "../../site/hook/hooks.ts";
import { hasValues } from "../../site/measure_columns.ts";
import {
  listTableColumns,
  type MeasureRowView,
  STILL_ROWS,
  viewMeasureRows,
} from "../../site/measure_table.ts";
import { compileTemplates } from "../../site/template.ts";
import type { PanelContext } from "../pair/panel_context.ts";
import { find } from "../shell/dom.ts";
import { inlineNoscript } from "../shell/noscript.ts";

/** Rows of the table of measures: the view of `measure_rows.hbs`. */
interface MeasureRowsView {
  readonly rows: readonly MeasureRowView[];
}

const render = compileTemplates<{ readonly measure_rows: MeasureRowsView }>({ measure_rows });

/** Makes the table of all measures when it is opened: it has by far the most cells of the page. */
export function openMeasureTable({ data, words, signal }: PanelContext): void {
  const details = find<HTMLDetailsElement>(HOOKS.table);
  details?.addEventListener("toggle", () => {
    inlineNoscript(details);
    const subject = { ...data, words };
    const columns = listTableColumns(subject).filter(hasValues);
    const rows = viewMeasureRows(subject, { columns, from: STILL_ROWS, to: data.layer.pairs });
    find("tbody", details)?.insertAdjacentHTML("beforeend", render("measure_rows", { rows }));
  }, { signal, once: true });
}
