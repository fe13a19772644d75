import type { LayerRow } from "./layer_row.ts";

const COLUMNS: readonly (readonly [heading: string, cell: (row: LayerRow) => string])[] = [
  ["#", (row) => String(row.index)],
  ["name", (row) => row.name],
  ["operator", (row) => row.op],
  ["weights", (row) => formatSizes(row.weights)],
  ["group", (row) => String(row.group ?? "-")],
  ["stored as", (row) => row.dtype ?? "-"],
  ["field", (row) => formatSizes(row.receptiveField)],
  ["pairs", (row) => String(row.pairs ?? "-")],
  ["", (row) => row.missing],
];

/** Writes the rows of layers as a table of plain text. */
export function writeLayerTable(rows: readonly LayerRow[]): string {
  const cells = [
    COLUMNS.map(([heading]) => heading),
    ...rows.map((row) => COLUMNS.map(([, cell]) => cell(row))),
  ];
  const widths = COLUMNS.map((_, i) => Math.max(...cells.map((line) => line[i]!.length)));
  const lines = cells.map((line) => line.map((cell, i) => cell.padEnd(widths[i]!)).join("  "));
  return lines.map((line) => `${line.trimEnd()}\n`).join("");
}

function formatSizes(sizes: readonly number[] | null): string {
  return sizes === null ? "-" : sizes.join(" x ");
}
