/// <reference lib="dom" />
import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { generateReport } from "../src/api/generate_report.ts";
import { type Browser, testInBrowser, type WatchedPage, watchPage } from "./support/browser.ts";

const models = [{
  name: "miniature",
  path: "fixtures/miniature.onnx",
  preprocess: { resize: { shortestEdge: 64 }, mean: 0.5, std: 0.25 },
}];
const images = ["fixtures/scenes/*.png"];

async function writeReport(): Promise<string> {
  const folder = await Deno.makeTempDir();
  await generateReport({ models, images }, { out: folder });
  return folder;
}

async function openReport(
  browser: Browser,
  folder: string,
): Promise<WatchedPage & { readonly origin: string }> {
  const origin = pathToFileURL(`${folder}/`).href;
  const watched = await watchPage(browser, origin);
  await watched.page.goto(`${origin}index.html`);
  return { ...watched, origin };
}

testInBrowser(
  "the report opens from a disk and leads from the index to a pair",
  async (browser) => {
    const folder = await writeReport();
    const { page, faults } = await openReport(browser, folder);

    await page.getByRole("link", { name: "miniature", exact: true }).first().click();
    await page.waitForURL("**/miniature/index.html");
    await page.getByRole("link", { name: "conv1", exact: true }).first().click();
    await page.waitForURL("**/miniature/conv1/index.html");

    assert.equal(await page.locator("li[id^='k=']").count(), 32);
    await page.goto(`${page.url()}#k=12`);
    assert.equal(await page.locator(":target").getAttribute("id"), "k=12");
    await page.waitForFunction(() => {
      const { top } = document.getElementById("k=12")!.getBoundingClientRect();
      return top >= 0 && top < innerHeight;
    });
    await page.getByRole("heading", { name: "Pair 12" }).waitFor();
    await assertPicturesDrawn(page);
    assert.deepEqual(faults, []);
    await Deno.remove(folder, { recursive: true });
  },
);

testInBrowser("the report holds as many pairs as channels on every layer", async (browser, t) => {
  const folder = await writeReport();
  const { page, faults, origin } = await openReport(browser, folder);
  const report = JSON.parse(await Deno.readTextFile(`${folder}/report.json`));
  for (const layer of report.models[0].layers) {
    await t.step(layer.name, async () => {
      await page.goto(`${origin}miniature/${layer.id}/index.html`);
      assert.equal(await page.locator("li[id^='k=']").count(), layer.outChannels);
    });
  }
  assert.deepEqual(faults, []);
  await Deno.remove(folder, { recursive: true });
});

testInBrowser(
  "a layer's pairs can be sorted by any measure, by class and by likeness",
  async (browser) => {
    const folder = await writeReport();
    const { page, faults, origin } = await openReport(browser, folder);
    await page.goto(`${origin}miniature/conv1/index.html`);
    const layer = JSON.parse(await Deno.readTextFile(`${folder}/miniature/conv1/layer.json`));
    const { norm, kind, similarityRank } = layer.kernels;
    const shownOrder = () =>
      page.locator("[data-grid] > li").evaluateAll((pairs) =>
        pairs.map((pair) => Number(pair.id.slice(2)))
      );
    await page.getByLabel("Sort by").selectOption({ label: "norm" });
    const byNorm = (await shownOrder()).map((k) => Number(norm[k].toPrecision(3)));
    assert.deepEqual(byNorm, byNorm.toSorted((a, b) => b - a));
    await page.getByLabel("Sort by").selectOption({ label: "class" });
    const byClass = (await shownOrder()).map((k) => kind[k]);
    assert.deepEqual(byClass, byClass.toSorted());
    await page.getByLabel("Sort by").selectOption({ label: "likeness" });
    assert.deepEqual(
      (await shownOrder()).map((k) => similarityRank[k]),
      norm.map((_: number, i: number) => i),
    );
    await page.getByLabel("Sort by").selectOption({ label: "index" });
    assert.deepEqual(await shownOrder(), norm.map((_: number, k: number) => k));
    assert.equal(await page.locator(".grid > li").count(), 32);
    assert.deepEqual(faults, []);
    await Deno.remove(folder, { recursive: true });
  },
);

testInBrowser("the report is whole without script", async (browser) => {
  const folder = await writeReport();
  const origin = pathToFileURL(`${folder}/`).href;
  const { page, faults } = await watchPage(browser, origin, { javaScriptEnabled: false });
  await page.goto(`${origin}miniature/conv2/index.html#k=3`);
  assert.equal(await page.locator("li[id^='k=']").count(), 64);
  assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), "conv2");
  assert.deepEqual(faults, []);
  await Deno.remove(folder, { recursive: true });
});

testInBrowser("the report fits a phone without scrolling sideways", async (browser) => {
  const folder = await writeReport();
  const origin = pathToFileURL(`${folder}/`).href;
  const { page } = await watchPage(browser, origin, { viewport: { width: 360, height: 740 } });
  for (const path of ["index.html", "miniature/index.html", "miniature/conv2/index.html"]) {
    await page.goto(`${origin}${path}`);
    const overflow = await page.evaluate(() =>
      document.documentElement.scrollWidth - document.documentElement.clientWidth
    );
    assert.ok(overflow <= 0, `${path} is ${overflow} pixels too wide`);
  }
  await Deno.remove(folder, { recursive: true });
});

// A sprite that is not found leaves its tile blank without any error.
async function assertPicturesDrawn(page: WatchedPage["page"]): Promise<void> {
  const sizes = await page.evaluate(async () => {
    const tiles = [...document.querySelectorAll("li[id='k=12'] i")];
    const urls = tiles.map((tile) =>
      getComputedStyle(tile).backgroundImage.match(/url\("(.*)"\)/)?.[1] ?? ""
    );
    return await Promise.all(urls.map((url) =>
      new Promise<number>((resolve) => {
        const image = new Image();
        image.onload = () => resolve(image.naturalWidth);
        image.onerror = () => resolve(0);
        image.src = url;
      })
    ));
  });
  assert.ok(sizes.length > 1);
  assert.ok(sizes.every((width) => width > 0), `widths are ${sizes}`);
}
