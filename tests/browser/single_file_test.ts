/// <reference lib="dom" />
import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { generateReport } from "../../src/api/generate_report.ts";
import {
  type Browser,
  testInBrowser,
  type WatchedPage,
  watchPage,
} from "../support/browser/browser.ts";
import { makeTempFolder, type TempFolder } from "../support/temp_folder.ts";

const models = [{
  name: "miniature",
  path: "fixtures/miniature.onnx",
  layers: ["conv1", "conv2"],
  preprocess: { resize: { shortestEdge: 64 }, mean: 0.5, std: 0.25 },
}];
const images = ["fixtures/scenes/*.png"];

interface OpenedFile extends WatchedPage {
  readonly url: string;
}

/** Writes a report as one file, and opens it where nothing else can be reached. */
async function openFile(
  browser: Browser,
  folder: TempFolder,
  { hash = "", small = false, ...options }:
    & { hash?: string; small?: boolean }
    & Parameters<Browser["newContext"]>[0] = {},
): Promise<OpenedFile> {
  const out = `${folder.path}/report.html`;
  await generateReport({ models, images }, { out, singleFile: true, small });
  const url = pathToFileURL(out).href;
  const watched = await watchPage(browser, url, options);
  await watched.page.goto(`${url}${hash}`);
  return { ...watched, url };
}

testInBrowser("a report of one file leads from the index to a layer and back", async (browser) => {
  await using folder = await makeTempFolder();
  const { page, faults, url } = await openFile(browser, folder, { locale: "en-GB" });
  await page.waitForURL(`${url}#/index.html`);
  await assertPicturesDrawn(page);

  await page.getByRole("link", { name: "miniature", exact: true }).first().click();
  await page.waitForURL(`${url}#/miniature/index.html`);
  await page.waitForFunction(() => document.title.includes("miniature"));
  await assertPicturesDrawn(page);

  await page.evaluate(() => scrollTo(0, 60));
  const link = page.locator("table.layers").getByRole("link", { name: "conv2", exact: true });
  await link.dispatchEvent("click"); // without scrolling to it
  await page.waitForURL(`${url}#/miniature/conv2/index.html`);
  await page.locator("li[id='k=63']").waitFor({ state: "attached" });
  assert.equal(await page.locator("li[id^='k=']").count(), 64);
  assert.equal(await page.evaluate(() => scrollY), 0);
  await assertPicturesDrawn(page);
  await assertTilesDrawn(page);

  await page.goBack();
  await page.waitForFunction(() => document.querySelector("table.layers") !== null);
  await page.waitForFunction(() => scrollY === 60);
  await page.goBack();
  await page.waitForURL(`${url}#/index.html`);
  await page.goForward();
  await page.waitForFunction(() => document.querySelector("table.layers") !== null);
  assert.deepEqual(faults, []);
});

testInBrowser("a report of one file opens at an address within it", async (browser) => {
  await using folder = await makeTempFolder();
  const state = "?k=12&image=beach&map=viridis";
  const hash = `#/miniature/conv1/index.zh-CN.html${state}`;
  const { page, faults, url } = await openFile(browser, folder, { hash });
  const current = page.locator(".grid a[aria-current]");
  await current.waitFor();
  assert.match(await current.getAttribute("href") ?? "", /[?]k=12$/);
  assert.equal(await page.getAttribute("html", "lang"), "zh-CN");
  await page.waitForFunction(() => {
    const { top } = document.querySelector(".grid a[aria-current]")!.getBoundingClientRect();
    return top >= 0 && top < innerHeight;
  });
  await assertTilesDrawn(page);

  await page.getByRole("link", { name: "English" }).click();
  await page.waitForURL(`${url}#/miniature/conv1/index.html${state}`);
  await page.waitForFunction(() => document.documentElement.lang === "en");
  await page.getByRole("heading", { name: /Pair 12/ }).first().waitFor();
  assert.deepEqual(faults, []);
});

testInBrowser(
  "a report of one file keeps the state of its pages in the address",
  async (browser) => {
    await using folder = await makeTempFolder();
    const hash = "#/miniature/conv1/index.html?image=beach";
    const { page, faults, url } = await openFile(browser, folder, { hash });
    await page.locator(".grid a[aria-current]").waitFor();
    await page.locator(".grid a").nth(5).click();
    await page.waitForURL(`${url}#/miniature/conv1/index.html?k=5&image=beach`);
    await page.getByRole("link", { name: "conv2", exact: true }).first().click();
    await page.waitForURL(`${url}#/miniature/conv2/index.html?image=beach`);
    await page.getByRole("heading", { name: "conv2", exact: true }).waitFor();
    await page.goBack();
    await page.waitForURL(`${url}#/miniature/conv1/index.html?k=5&image=beach`);
    await page.getByRole("heading", { name: /Pair 5/ }).first().waitFor();
    await assertTilesDrawn(page);
    assert.deepEqual(faults, []);
  },
);

testInBrowser("a report of one file shows kernels in the view that is chosen", async (browser) => {
  await using folder = await makeTempFolder();
  const hash = "#/miniature/conv2/index.html?k=3&kernels=slices";
  const { page, faults } = await openFile(browser, folder, { hash });
  await page.locator("[data-grid] > li.is-on").waitFor();
  const readTiles = () =>
    page.evaluate(() =>
      ['[id="k=3"] .kernel', '.panel [data-tile="kernel"]'].map((tile) =>
        getComputedStyle(document.querySelector(tile)!).backgroundImage
      )
    );
  const slices = await readTiles();
  await page.keyboard.press("k");
  await page.locator('[name="kernels"][value="composed"]:checked').waitFor({ state: "attached" });
  const composed = await readTiles();
  assert.equal(new Set([...slices, ...composed].filter((image) => image !== "none")).size, 2);
  assert.equal(slices[0], slices[1]);
  assert.equal(composed[0], composed[1]);
  assert.equal(new URL(page.url()).hash, "#/miniature/conv2/index.html?k=3");
  assert.deepEqual(faults, []);
});

testInBrowser("a small file paints the slices that it does not hold", async (browser) => {
  await using folder = await makeTempFolder();
  const hash = "#/miniature/conv2/index.html?k=3";
  const { page, faults, url } = await openFile(browser, folder, { hash, small: true });
  const held = await page.locator("[data-file^='miniature/conv2/']").evaluateAll((files) =>
    files.map((file) => (file as HTMLElement).dataset.file!.split("/").at(-1))
  );
  assert(!held.includes("slices.png"));
  await page.locator("[data-grid] > li.is-on").waitFor();
  await assertTilesDrawn(page);
  await page.goto(`${url}#/index.html`);
  await page.getByText("This file is small", { exact: false }).first().waitFor();
  assert.deepEqual(faults, []);
});

testInBrowser("a report of one file has a first page where an address fails", async (browser) => {
  await using folder = await makeTempFolder();
  const { page, faults, url } = await openFile(browser, folder, { hash: "#/no/such/page.html" });
  await page.waitForURL(`${url}#/index.html`);
  await page.locator("footer").waitFor();
  assert.deepEqual(faults, []);
});

testInBrowser("a report of one file opens in the reader's language", async (browser) => {
  await using folder = await makeTempFolder();
  const { page, url } = await openFile(browser, folder, { locale: "zh-TW" });
  await page.waitForURL(`${url}#/index.zh-CN.html`);
  await page.getByRole("link", { name: "English" }).click();
  await page.waitForURL(`${url}#/index.html`);
  await page.waitForFunction(() => document.documentElement.lang === "en");
  await page.reload(); // a choice is kept
  await page.locator("footer").waitFor();
  assert.equal(await page.getAttribute("html", "lang"), "en");
});

testInBrowser("a report of one file compares in the reader's language", async (browser) => {
  await using folder = await makeTempFolder();
  const options = { locale: "zh-CN", hash: "#/compare.html?k=2" };
  const { page, faults, url } = await openFile(browser, folder, options);
  await page.waitForURL(`${url}#/compare.zh-CN.html?k=2`);
  await page.getByRole("heading", { name: "比较", exact: true }).waitFor();
  assert.deepEqual(faults, []);
});

testInBrowser("a report of one file gives its files to save", async (browser) => {
  await using folder = await makeTempFolder();
  const hash = "#/miniature/conv1/index.html";
  const { page, faults } = await openFile(browser, folder, { hash });
  const save = async (file: string): Promise<Uint8Array> => {
    const download = page.waitForEvent("download");
    await page.locator(`main li > a[href='${file}']`).first().click();
    assert.equal((await download).suggestedFilename(), file);
    return await Deno.readFile(await (await download).path());
  };
  const layer = JSON.parse(new TextDecoder().decode(await save("layer.json")));
  assert.equal(layer.kernels.index.length, 32);
  assert.deepEqual([...(await save("kernels.png")).subarray(1, 4)], [0x50, 0x4e, 0x47]);
  assert.deepEqual(faults, []);
});

testInBrowser("a report of one file says what it is where scripts do not run", async (browser) => {
  await using folder = await makeTempFolder();
  const { page, faults } = await openFile(browser, folder, { javaScriptEnabled: false });
  const text = await page.innerText("main");
  assert.match(text, /This report is one file, and a script in it shows its pages/);
  assert.deepEqual(faults, []);
});

testInBrowser("a report of one file runs no other script", async (browser) => {
  await using folder = await makeTempFolder();
  const { page } = await openFile(browser, folder);
  await page.locator("footer").waitFor();
  const ran = await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "document.title = 'run'";
    document.body.append(script);
    return document.title === "run";
  });
  assert.equal(ran, false);
});

// Scrolls all of the page into view, since pictures wait for that.
async function assertPicturesDrawn(page: WatchedPage["page"]): Promise<void> {
  await page.locator("footer").waitFor();
  const widths = await page.evaluate(async () => {
    const images = [...document.querySelectorAll("main img")] as HTMLImageElement[];
    const drawn = images.filter((image) => image.checkVisibility()).map(async (image) => {
      image.scrollIntoView();
      while (!image.hasAttribute("src")) await new Promise(requestAnimationFrame);
      await image.decode();
      return image.naturalWidth;
    });
    const widths = await Promise.all(drawn);
    scrollTo(0, 0);
    return widths;
  });
  assert.ok(widths.length > 0);
  assert.ok(widths.every((width) => width > 0), `widths are ${widths}`);
}

// A sprite that is not found leaves its tile blank without any error, and a canvas as large as it is at
// first. The panel is filled last, and
// what is far below the window is not filled at all.
async function assertTilesDrawn(page: WatchedPage["page"]): Promise<void> {
  const size = page.viewportSize()!;
  await page.setViewportSize({ width: 1440, height: 2400 });
  const tiles = await page.waitForFunction(() => {
    const tiles = [...document.querySelectorAll("main i")].filter((tile) => tile.checkVisibility());
    const canvases = tiles.flatMap((tile) => tile.querySelector("canvas") ?? []);
    if (canvases.some(({ width, height }) => width === 300 && height === 150)) return false;
    const urls = tiles.filter((tile) => tile.querySelector("canvas") === null)
      .map((tile) => getComputedStyle(tile).backgroundImage);
    return tiles.length > 1 && urls.every((url) => url !== "none") && [...new Set(urls)];
  });
  const widths = await tiles.evaluate((urls) =>
    Promise.all((urls as string[]).map(async (url) => {
      const image = new Image();
      image.src = /^url\("(blob:.*)"\)$/.exec(url)?.[1] ?? url;
      await image.decode().catch(() => {});
      return image.naturalWidth;
    }))
  );
  assert.ok(widths.every((width) => width > 0), `widths are ${widths}`);
  await page.setViewportSize(size);
}
