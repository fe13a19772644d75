import { DIGITS, shortenNumber } from "../../report/json.ts";
import { LAYER_DIGITS } from "../../report/layer_digits.ts";
import type { SchemaPart } from "../../report/schema/schema_part.ts";
import type { CellKind, Column, TableCell, TableRows } from "./table.ts";

/** A column that holds a measure of `layer.json`. */
export interface TableMeasure extends Column {
  /** The name of the measure there. */
  readonly measure: string;
}

/**
 * Lists the measures that a schema has columns of, one value a row; what has several values a row is
 * left out, and so is the index, which every table has by itself.
 */
export function listMeasures(schema: SchemaPart, prefix = ""): TableMeasure[] {
  return Object.entries(propertiesOf(schema)).flatMap(([measure, { items }]) => {
    const kind = measure === "index" ? null : findKind(items);
    return kind === null ? [] : [{ name: `${prefix}${measure}`, kind, full: false, measure }];
  });
}

/**
 * Reads columns of measures; of rows that have none, every cell is null. What holds them in
 * `layer.json` may bound their digits.
 */
export function readMeasures(
  columns: readonly TableMeasure[],
  measures: object | null,
  { count, most = DIGITS }: { readonly count: number; readonly most?: number },
): TableRows {
  const found = new Map<string, readonly TableCell[]>(Object.entries(measures ?? {}));
  return columns.map(({ measure }) => {
    const cells = found.get(measure);
    const digits = Math.min(LAYER_DIGITS[measure] ?? DIGITS, most);
    return Array.from({ length: count }, (_, k) => shortenCell(cells?.[k] ?? null, digits));
  });
}

// As layer.json has it: a number is the same wherever it is read.
function shortenCell(cell: TableCell, digits: number): TableCell {
  return typeof cell === "number" ? shortenNumber(cell, digits) : cell;
}

type ColumnSchemas = Readonly<Record<string, { readonly items?: SchemaPart }>>;

// Of what may be null, the schema stands in the first of two.
function propertiesOf({ anyOf, properties }: SchemaPart): ColumnSchemas {
  const [whole] = Array.isArray(anyOf) ? anyOf as SchemaPart[] : [];
  return (whole?.["properties"] ?? properties ?? {}) as ColumnSchemas;
}

const KINDS: Readonly<Record<string, CellKind>> = {
  boolean: "flag",
  integer: "whole",
  number: "number",
  string: "text",
};

function findKind(items: SchemaPart | undefined): CellKind | null {
  if (items === undefined) return null;
  if ("enum" in items) return "text";
  const [type] = [items["type"]].flat();
  return KINDS[String(type)] ?? null;
}
