/// <reference lib="dom" />
import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { generateReport } from "../../../src/api/generate_report.ts";
import { listBlank } from "../../support/browser/blank.ts";
import { testInEngines, until } from "../../support/browser/engine_walk.ts";
import type { EnginePage } from "../../support/browser/engines/engine.ts";
import { type Site, SITE_CONFIG } from "../../support/report/site.ts";

let written: Promise<Site> | null = null;

Deno.test.afterAll(async () => {
  if (written) await Deno.remove((await written).folder, { recursive: true });
});

function openFile(): Promise<Site> {
  return written ??= writeFile();
}

async function writeFile(): Promise<Site> {
  const folder = await Deno.makeTempDir({ prefix: "convatlas-site-" });
  await generateReport(SITE_CONFIG, { out: `${folder}/report.html`, singleFile: true });
  return { folder, origin: pathToFileURL(`${folder}/`).href };
}

const LAYER = "report.html#/miniature/conv1/index.html";

function untilHash(page: EnginePage, hash: string): Promise<true> {
  return until(page, (hash) => location.hash === hash, hash) as Promise<true>;
}

function untilPair(page: EnginePage, k: number): Promise<true> {
  return until(page, (k) => {
    const title = document.querySelector('[data-out="title"]')?.textContent;
    return document.querySelector("li.is-on")?.id === `k=${k}` && title !== "";
  }, k) as Promise<true>;
}

// The rule comes late, and the page goes along with it: a click beforehand may miss what it is for.
async function untilStill(page: EnginePage): Promise<void> {
  const read = () => page.evaluate(() => `${scrollY} ${document.body.scrollHeight}`);
  for (let last = "", now = await read(), same = 0; same < 10; [last, now] = [now, await read()]) {
    same = now === last ? same + 1 : 0;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

// Every picture of the page, as it comes near the window, and every tile.
async function assertDrawn(page: EnginePage): Promise<void> {
  const images = await page.evaluate(() => document.querySelectorAll("main img").length);
  for (let i = 0; i < images; i++) {
    await until(page, (i) => {
      const image = document.querySelectorAll<HTMLImageElement>("main img")[i]!;
      image.scrollIntoView();
      return !image.checkVisibility() || image.naturalWidth > 0;
    }, i);
  }
  assert.deepEqual(await page.evaluate(listBlank), []);
}

testInEngines("a report of one file leads through its pages and back", openFile, async (walk) => {
  const page = await walk.open("report.html");
  await untilHash(page, "#/index.html");
  await until(page, () => document.querySelector("main img") !== null);
  await assertDrawn(page);
  await page.click('main a[href="#/miniature/index.html"]');
  await until(page, () => document.querySelector("table.layers") !== null);
  await assertDrawn(page);
  await page.click('table.layers a[href="#/miniature/conv2/index.html"]');
  await until(page, () => document.querySelectorAll("[data-grid] > li").length === 64);
  await until(page, () => document.querySelector("li.is-on") !== null);
  await assertDrawn(page);
  await page.back();
  await until(page, () => document.querySelector("table.layers") !== null);
  await page.back();
  await untilHash(page, "#/index.html");
});

testInEngines("a report of one file opens at an address within it", openFile, async (walk) => {
  const page = await walk.open(`${LAYER}?k=12&image=beach&map=viridis`);
  await untilPair(page, 12);
  assert.equal(
    await page.evaluate(() =>
      document.querySelector<HTMLInputElement>("[name=photo]:checked")?.value
    ),
    "beach",
  );
  await page.click('[id="k=5"] a');
  await untilHash(page, "#/miniature/conv1/index.html?k=5&image=beach&map=viridis");
  await page.press("t");
  await until(page, () => document.documentElement.dataset.theme === "light");
  await page.open("about:blank");
  await page.open(`${walk.site.origin}${LAYER}?rule`);
  await until(page, () => {
    const { top } = document.getElementById("rule")?.getBoundingClientRect() ?? { top: -1 };
    return top >= 0 && top < innerHeight;
  });
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "light");
  await untilStill(page);
  await page.click('.languages a[lang="zh-CN"]');
  await until(page, () => document.documentElement.lang === "zh-CN");
});
