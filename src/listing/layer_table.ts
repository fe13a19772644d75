import { visible } from "../config/problem/visible.ts";
import type { LayerRow } from "./layer_row.ts";

const COLUMNS: readonly (readonly [heading: string, cell: (row: LayerRow) => string])[] = [
  ["#", (row) => String(row.index ?? "-")],
  ["name", (row) => row.name],
  ["operator", (row) => row.op],
  ["kernels", (row) => formatSizes(row.kernels)],
  ["group", (row) => String(row.group ?? "-")],
  ["stored as", (row) => row.stored ?? "-"],
  ["maps", (row) => formatSizes(row.maps)],
  ["field", (row) => row.field ?? "-"],
  ["pairs", (row) => String(row.pairs ?? "-")],
  ["pixels", (row) => formatBytes(row.bytes)],
  [
    "",
    (row) =>
      [...row.badges, row.unasked ? "" : `drawn by "op:${row.op}"`, row.missing].filter(Boolean)
        .join("; "),
  ],
];

/** Writes the rows of layers as a table of plain text. */
export function writeLayerTable(rows: readonly LayerRow[]): string {
  const cells = [
    COLUMNS.map(([heading]) => heading),
    ...rows.map((row) => COLUMNS.map(([, cell]) => visible(cell(row)))),
  ];
  const widths = COLUMNS.map((_, i) =>
    cells.reduce((most, line) => Math.max(most, line[i]!.length), 0)
  );
  const lines = cells.map((line) => line.map((cell, i) => cell.padEnd(widths[i]!)).join("  "));
  return [...lines, ...rows.some(isOpen) ? ["", OPEN] : []]
    .map((line) => `${line.trimEnd()}\n`).join("");
}

const OPEN = "Maps given as - get their size when a photo runs: the model leaves it open.";

function isOpen({ maps, missing }: LayerRow): boolean {
  return maps === null && missing === "";
}

function formatSizes(sizes: readonly number[] | null): string {
  return sizes === null ? "-" : sizes.join(" x ");
}

function formatBytes(bytes: number | null): string {
  return bytes === null ? "-" : `${(bytes / 1e6).toFixed(2)} MB`;
}
