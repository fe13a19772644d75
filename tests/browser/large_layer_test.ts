/// <reference lib="dom" />
import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { generateReport } from "../../src/api/generate_report.ts";
import { testInBrowser, watchPage } from "../support/browser/browser.ts";
import { writeLargeReport } from "../support/report/large_layer.ts";
import { makeTempFolder } from "../support/temp_folder.ts";

const models = [{
  name: "miniature",
  path: "fixtures/miniature.onnx",
  layers: ["conv2"],
  preprocess: { resize: { shortestEdge: 64 }, mean: 0.5, std: 0.25 },
}];
const images = ["fixtures/scenes/*.png"];

testInBrowser("a layer's page requests no picture before it is needed", async (browser) => {
  await using folder = await makeTempFolder();
  await generateReport({ models, images }, { out: folder.path });
  const origin = `${pathToFileURL(folder.path)}/`;
  const { page, faults } = await watchPage(browser, origin, {
    viewport: { width: 1440, height: 300 },
  });
  const maps = new Set<string>();
  page.on("request", (request) => {
    const [, name] = /\/((?:maps|activated)\/.*)\.png$/.exec(request.url()) ?? [];
    if (name) maps.add(name);
  });
  await page.goto(`${origin}miniature/conv2/index.html#k=0&size=l`);
  await page.getByRole("heading", { name: "Pair 0" }).waitFor();
  await page.waitForTimeout(500); // for requests that should not come
  assert.deepEqual([...maps].sort(), ["activated/balloons", "maps/balloons"]);

  await page.locator("[data-details]").scrollIntoViewIfNeeded();
  await page.locator('[data-row="photos"] i >> nth=1').waitFor();
  await page.waitForRequest((request) => request.url().endsWith("maps/beach.png"), {
    timeout: 5000,
  }).catch(() => assert.ok(maps.has("maps/beach")));
  assert.deepEqual(faults, []);
});

testInBrowser("the table of measures costs no node until it is opened", async (browser) => {
  await using folder = await makeTempFolder();
  await generateReport({ models, images }, { out: folder.path });
  const origin = `${pathToFileURL(folder.path)}/`;
  const { page, faults } = await watchPage(browser, origin);
  await page.goto(`${origin}miniature/conv2/index.html#k=0`);
  await page.getByRole("heading", { name: "Pair 0" }).waitFor();
  assert.equal(await page.locator(".measures td").count(), 0);
  const pair = await page.locator("[id='k=3']").evaluate((item) =>
    item.querySelectorAll("*").length
  );
  assert.equal(pair, 3); // the link and both tiles

  await page.locator(".measures summary").click();
  await page.locator(".measures tbody tr").nth(63).waitFor();
  assert.equal(await page.locator(".measures tbody tr").count(), 64);
  assert.match(await page.locator('[id="k=0"] a').getAttribute("aria-label") ?? "", /^Kernel 0, ./);

  const still = await watchPage(browser, origin, { javaScriptEnabled: false });
  await still.page.goto(`${origin}miniature/conv2/index.html`);
  await still.page.locator(".measures summary").click();
  assert.ok(await still.page.locator(".measures tbody tr").nth(31).isVisible());
  assert.equal(await still.page.locator(".measures tbody tr").count(), 32);
  const first = still.page.locator(".measures noscript p.say");
  assert.equal(await first.innerText(), "Without script the first 32 of 64 kernels stand here.");
  assert.deepEqual([...faults, ...still.faults], []);
});

testInBrowser(
  "the points of a large layer become links where the script can draw them",
  async (browser) => {
    await using folder = await makeTempFolder();
    await writeLargeReport(folder.path, { kernels: 160, photos: 1 });
    const origin = `${pathToFileURL(folder.path)}/`;
    const still = await watchPage(browser, origin, { javaScriptEnabled: false });
    await still.page.goto(`${origin}wide/first/index.html`);
    assert.ok(await still.page.locator(".rule .cloud").first().isVisible());
    assert.equal(await still.page.locator(".rule a[data-k]:not(:has(foreignObject))").count(), 0);

    const { page, faults } = await watchPage(browser, origin);
    await page.goto(`${origin}wide/first/index.html#k=0`);
    await page.getByRole("heading", { name: "Pair 0" }).waitFor(); // the page has gone to its pair
    const plot = page.locator(".rule figure").first();
    await plot.scrollIntoViewIfNeeded();
    await plot.locator('a[data-k="159"]').click({ force: true });
    await page.getByRole("heading", { name: "Pair 159" }).waitFor();
    assert.equal(await plot.locator(".cloud").count(), 0);
    assert.deepEqual([...faults, ...still.faults], []);
  },
);

testInBrowser(
  "a page holds the first pairs of a large layer, its script adds the others",
  async (browser) => {
    await using folder = await makeTempFolder();
    await writeLargeReport(folder.path, { kernels: 160, photos: 1 });
    const origin = `${pathToFileURL(folder.path)}/`;
    const still = await watchPage(browser, origin, { javaScriptEnabled: false });
    await still.page.goto(`${origin}wide/first/index.html`);
    assert.equal(await still.page.locator("[data-grid] > li").count(), 64);
    assert.equal(
      await still.page.locator(".grids noscript p.say").innerText(),
      "Without script the first 64 of 160 pairs stand here; the pictures hold all.",
    );

    const { page, faults } = await watchPage(browser, origin);
    await page.goto(`${origin}wide/first/index.html#k=159`);
    await page.getByRole("heading", { name: "Pair 159" }).waitFor();
    assert.equal(await page.locator("[data-grid] > li").count(), 160);
    const places = await page.locator("[data-grid] > li").evaluateAll((items) =>
      [63, 64, 159].map((k) => [...items[k]!.querySelectorAll("i")].map((tile) => tile.className))
    );
    assert.deepEqual(
      places,
      [7, 8, 19].map((row, i) => {
        const column = [7, 0, 7][i];
        return ["kernel", "map"].map((name) => `${name} x${column} y${row}`);
      }),
    );
    assert.ok(await page.locator("[id='k=159']").isVisible());
    assert.equal(await page.locator(".grids noscript p.say").isVisible(), false);
    assert.deepEqual([...faults, ...still.faults], []);
  },
);
