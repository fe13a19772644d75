import type { TableStem } from "../../plan/table_file.ts";
import type { LayerReport } from "../../report/layer_report.ts";

/** A table of the measures of a report, for programs that read tables. */
export interface Table {
  /** The stem of its files. */
  readonly stem: TableStem;
  readonly columns: readonly Column[];
  /** Gathers its rows of a layer, some at a time. */
  gather(layer: LayerReport): Iterable<TableRows>;
}

/** A column of a table. */
export interface Column {
  readonly name: string;
  readonly kind: CellKind;
  /** Whether every row has a value there. */
  readonly full: boolean;
}

/** What the cells of a column are; `whole` ones are numbers without a fraction. */
export type CellKind = "text" | "flag" | "whole" | "number";

/** What a cell holds; null where there is no value. */
export type TableCell = string | number | boolean | null;

/** Some rows of a table: the cells of each column, in the order of the columns. */
export type TableRows = readonly (readonly TableCell[])[];
