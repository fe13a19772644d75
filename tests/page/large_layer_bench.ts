/// <reference lib="dom" />
// How quick the pages of a layer of 2,048 kernels and ten photos are in a browser. It prints a table,
// and is no test: the figures are those of one machine.

import { pathToFileURL } from "node:url";
import { openBrowser } from "../support/browser/browser.ts";
import { writeLargeReport } from "../support/report/large_layer.ts";
import { measurePage, type PageFigures } from "../support/browser/page_speed.ts";
import { isThere } from "../support/temp_folder.ts";

const LAYERS = ["first", "last"];

const kept = Deno.env.get("CONVATLAS_LARGE"); // a folder to keep the report in, as making it takes minutes
const folder = kept ?? await Deno.makeTempDir({ prefix: "convatlas-large-" });
if (!(await isThere(`${folder}/report.json`))) {
  await writeLargeReport(folder, { kernels: 2048, photos: 10 });
}
const browser = await openBrowser();
const figures: PageFigures[] = [];
for (const layer of LAYERS) {
  figures.push(await measurePage(browser, `${pathToFileURL(folder)}/wide/${layer}/index.html`));
}
await browser.close();
if (kept === undefined) await Deno.remove(folder, { recursive: true });
await Deno.stdout.write(new TextEncoder().encode(`${formatTable(figures)}\n`));

function formatTable(columns: readonly PageFigures[]): string {
  const names = [...new Set(columns.flatMap((figures) => Object.keys(figures)))];
  return [
    formatRow("2,048 kernels, ten photos", LAYERS),
    ...names.map((name) => formatRow(name, columns.map((figures) => figures[name] ?? ""))),
  ].join("\n");
}

function formatRow(name: string, cells: readonly string[]): string {
  return name.padEnd(34) + cells.map((cell) => cell.padStart(14)).join("");
}
