/// <reference lib="dom" />
// How quick the page of a network of 500 layers is in a browser. It prints a table, and is no test:
// the figures are those of one machine.

import { pathToFileURL } from "node:url";
import { renderSite } from "../../src/html/site.ts";
import { openBrowser } from "../support/browser/browser.ts";
import { measureAct, readThreadTime } from "../support/browser/page_speed.ts";
import { makeLongReport } from "../support/report/long_report.ts";
import { makeTempFolder } from "../support/temp_folder.ts";

const LAYERS = 500;
const SEARCH = {
  on: 'input[name="layers"]',
  event: "input",
  values: ["stage.3 photo>0", ""],
} as const;

const { report, layers } = makeLongReport(LAYERS);
const files = renderSite(report, layers).map(({ path, content }) => [path, content] as const);
await using folder = await makeTempFolder(Object.fromEntries(files));
const browser = await openBrowser();
const url = `${pathToFileURL(folder.path)}/${report.models[0]!.id}/index.html`;
const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
const cdp = await page.context().newCDPSession(page);
await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
await page.goto(url);
const shown = await page.evaluate(async () => {
  while (document.querySelector("[aria-sort]") === null) await new Promise(requestAnimationFrame);
  return performance.now();
});
const rows = [
  ["interactive", `${shown.toFixed(0)} ms (${(await readThreadTime(cdp)).toFixed(0)} ms)`],
  ["sort", await measureAct(page, '[data-sort="photo"] button')],
  ["search", await measureAct(page, SEARCH)],
];
await browser.close();
const text = rows.map(([name, time]) => `${name!.padEnd(24)}${time!.padStart(20)}`).join("\n");
const head = `${LAYERS} layers, by the clock (processor's time)`;
await Deno.stdout.write(new TextEncoder().encode(`${head}\n${text}\n`));
