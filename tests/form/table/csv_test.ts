import assert from "node:assert/strict";
import { writeCsvHead, writeCsvRows } from "../../../src/form/table/csv.ts";
import type { TableCell } from "../../../src/form/table/table.ts";
import { parseCsv } from "../../support/csv.ts";

Deno.test("writeCsvHead() writes the names of the columns as a line", () => {
  const columns = ["model", "max"].map((name) => ({ name, kind: "text", full: true }) as const);
  assert.equal(writeCsvHead(columns), "model,max\n");
});

Deno.test("writeCsvRows() writes a line a row, and nothing where there is no value", () => {
  const rows = [["a", "b", "c"], [1, null, -0.5], [true, false, null]];
  assert.equal(writeCsvRows(rows), "a,1,true\nb,,false\nc,-0.5,\n");
});

Deno.test("writeCsvRows() quotes what a text holds of commas, quotes and line ends", () => {
  const texts = ["a,b", 'say "k"', "two\nlines", "with\r\nreturn", "plain", "层 größe", " a "];
  const text = writeCsvRows([texts, texts]);
  assert.deepEqual(parseCsv(text), texts.map((each) => [each, each]));
  assert.match(text, /^plain,plain$/m, "no other is quoted");
});

Deno.test("writeCsvRows() writes numbers that read back as they were", () => {
  const numbers: TableCell[] = [0.1, 1 / 3, 1e-7, 1e21, 123456789, -5e-324, 1.7976931348623157e308];
  assert.deepEqual(parseCsv(writeCsvRows([numbers])).map(([cell]) => Number(cell)), numbers);
});
