import type { Column, TableCell, TableRows } from "./table.ts";

/** Writes the names of columns as the first line of a CSV text (RFC 4180, with \n as line end). */
export function writeCsvHead(columns: readonly Column[]): string {
  return writeLine(columns.map(({ name }) => name));
}

/** Writes rows as lines of a CSV text; a cell without a value is empty. */
export function writeCsvRows(rows: TableRows): string {
  const [first = []] = rows;
  return first.map((_, i) => writeLine(rows.map((cells) => cells[i]!))).join("");
}

function writeLine(cells: readonly TableCell[]): string {
  return `${cells.map(writeCell).join(",")}\n`;
}

// Numbers as the shortest text that gives them again.
function writeCell(cell: TableCell): string {
  const text = String(cell ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
