import type { AverageColumns, KernelColumns } from "../../report/layer_report.ts";
import { formatCount } from "../../site/format.ts";
import type { LayerSubject } from "../../site/layer_subject.ts";
import { hasValues } from "../../site/measure_columns.ts";
import {
  listTableColumns,
  type MeasureRowView,
  STILL_ROWS,
  type TableColumn,
  viewMeasureRows,
} from "../../site/measure_table.ts";
import { countSeen } from "../../site/shown_inputs.ts";

/** All kernels and all measures: the view of `measures.hbs`. */
export interface MeasureTableView {
  readonly caption: string;
  readonly columns: readonly MeasureColumnView[];
  readonly rows: readonly MeasureRowView[];
  /** How many of the kernels stand in it, in words; null where all do. */
  readonly first: string | null;
  /** The measures that have no value here, in words; null where all have one. */
  readonly without: string | null;
}

/** The head of a column. */
export type MeasureColumnView = Pick<TableColumn, "id" | "name" | "unit">;

/** Views all measures of a layer; null where there is none. */
export function viewMeasureTable(subject: LayerSubject): MeasureTableView | null {
  const { layer, measures, words } = subject;
  const { kernels = null, averages = null } = measures ?? {};
  if (kernels === null && averages === null) return null;
  const { measure, count } = words;
  const all = listTableColumns(subject);
  const without = all.filter((column) => !hasValues(column)).map(({ name }) => name);
  const shown = all.filter(hasValues);
  const columns = shown.map(({ id, name, unit }) => ({ id, name, unit }));
  const range = { from: 0, to: Math.min(STILL_ROWS, layer.pairs) };
  const rows = viewMeasureRows(subject, { columns: shown, ...range });
  return {
    caption: describeTable(subject, { kernels, averages }),
    columns: measures?.classes ? [{ id: "class", ...measure.columns.class }, ...columns] : columns,
    rows,
    first: rows.length < layer.pairs
      ? measure.first(formatCount(rows.length), formatCount(layer.pairs))
      : null,
    without: without.length > 0 ? measure.without(count.names(without)) : null,
  };
}

function describeTable(
  { report, layer, words }: LayerSubject,
  { kernels, averages }: {
    readonly kernels: KernelColumns | null;
    readonly averages: AverageColumns | null;
  },
): string {
  const { pairs, maps } = layer;
  const { measure } = words;
  const over = measure.over(countSeen(report, layer, words), maps.length);
  if (kernels === null) return measure.ofMaps(pairs, over);
  return averages === null ? measure.ofKernels(pairs) : measure.ofBoth(pairs, over);
}
