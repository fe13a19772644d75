/// <reference lib="dom" />
import assert from "node:assert/strict";
import type { Locator } from "playwright-core";
import type { Page } from "../support/browser/browser.ts";
import { readHash, waitForPair } from "../support/browser/layer_walk.ts";
import { readLayer } from "../support/report/site.ts";
import { testWalk } from "../support/browser/walk.ts";

const CONV2 = "miniature/conv2/index.html";

/** Names the picture that an element shows a tile of. */
async function readPicture(page: Page, selector: string): Promise<string> {
  const image = await page.locator(selector).first().evaluate((element) =>
    getComputedStyle(element).backgroundImage
  );
  return /([a-z]+)\.png/.exec(image)![1]!;
}

/** Goes on to the next view, which is to be this one. */
async function press(page: Page, view: string): Promise<void> {
  await page.keyboard.press("k");
  await page.locator(`[name="kernels"][value="${view}"]:checked`).waitFor({ state: "attached" });
}

const GRID_TILE = '[id="k=3"] .kernel';
const PLOT_TILE = "foreignObject .kernel";

/** Reads which tile of its picture the kernel inside a part is. */
function readPlace(part: Locator): Promise<string> {
  return part.locator(".kernel").evaluate((element) => {
    const own = (name: string) => getComputedStyle(element).getPropertyValue(name).trim();
    return `${own("--x")} ${own("--y")}`;
  });
}

testWalk("kernels stand as composed at first, and otherwise by a key, everywhere", async (walk) => {
  const page = await walk.open(`${CONV2}#k=3`);
  await waitForPair(page, 3);
  const readAll = () =>
    Promise.all(
      [GRID_TILE, '.panel [data-tile="kernel"]'].map((tile) => readPicture(page, tile)),
    );
  assert.deepEqual(await readAll(), ["effective", "effective"]);
  assert.equal("kernels" in await readHash(page), false);
  assert.match(await page.locator(".headers .k").innerText(), /composed down to the pixels/);

  await press(page, "leading");
  assert.deepEqual(await readAll(), ["leading", "leading"]);
  const { leading } = await readLayer(walk.site, "conv2");
  const share = `${Math.round(100 * leading!.share[3]!)}\u202f% of its energy`;
  assert.ok((await page.locator('.panel [data-out="kernel"]').innerText()).includes(share), share);
  await press(page, "slices");
  assert.deepEqual(await readAll(), ["strongest", "strongest"]);
  assert.equal((await readHash(page)).kernels, "slices");
  assert.doesNotMatch(await page.locator(".headers .k").innerText(), /composed down/);
});

testWalk("a composed kernel tells no weights, and the slices below it do", async (walk) => {
  const page = await walk.open(`${CONV2}#k=3`);
  await waitForPair(page, 3);
  const caption = page.locator('.panel [data-out="kernel"]');
  await page.locator('.panel [data-tile="kernel"]').hover();
  await caption.getByText("no weight stands here").waitFor();
  await page.locator('.panel [data-tile="sheet"]').hover({ position: { x: 4, y: 4 } });
  await caption.getByText(/^input \d+, row \d, column \d/).waitFor();
});

testWalk(
  "the view of the kernels goes along to the layers beside, and to the comparison",
  async (walk) => {
    const page = await walk.open(`miniature/conv1/index.html#k=4&kernels=slices`);
    await waitForPair(page, 4);
    await page.keyboard.press("]");
    await page.waitForURL(`${walk.site.origin}${CONV2}#*`);
    await page.locator('[name="kernels"][value="slices"]:checked').waitFor({ state: "attached" });
    assert.equal(await readPicture(page, GRID_TILE), "strongest");
    await page.locator("[data-compare-link]").click();
    await page.waitForURL(`${walk.site.origin}compare.html#*`);
    assert.equal((await readHash(page)).kernels, "slices");
  },
);

testWalk("a page without script shows the kernels in the view that is chosen", async ({ open }) => {
  const page = await open(CONV2, { javaScriptEnabled: false });
  assert.equal(await readPicture(page, GRID_TILE), "effective");
  await page.locator('[name="kernels"][value="slices"]').check({ force: true });
  assert.equal(await readPicture(page, GRID_TILE), "strongest");
  assert.equal(await readPicture(page, PLOT_TILE), "strongest");
  assert.doesNotMatch(await page.locator(".headers .k").innerText(), /composed down/);
});

testWalk("kernels of a scatter stand as the view says, and lead to their pairs", async (walk) => {
  const page = await walk.open(`${CONV2}#k=3`);
  await waitForPair(page, 3);
  const plot = page.locator("svg.plot").first();
  await plot.scrollIntoViewIfNeeded();
  await plot.locator(".cloud").first().waitFor({ state: "detached" }); // it is drawn anew
  assert.equal(await readPicture(page, PLOT_TILE), "effective");
  const tile = plot.locator("a:has(foreignObject)").last();
  const k = Number(await tile.getAttribute("data-k"));
  assert.equal(await readPlace(tile), await readPlace(page.locator(`[id="k=${k}"]`)));
  await tile.locator("foreignObject").hover();
  await plot.locator(".halo.light rect").waitFor({ state: "attached" });
  await tile.locator("i").click();
  await waitForPair(page, k);
  await plot.locator(".halo.current rect").waitFor({ state: "attached" });
  await press(page, "leading");
  assert.equal(await readPicture(page, PLOT_TILE), "leading");
  await press(page, "slices");
  assert.equal(await readPicture(page, PLOT_TILE), "strongest");
  await page.locator('.explore [name="map"]').selectOption("std");
  await page.locator(".explore foreignObject").first().waitFor({ state: "attached" });
  assert.equal(await readPicture(page, `.explore ${PLOT_TILE}`), "strongest");
});

testWalk("the comparison shows both sides as composed, and as slices", async (walk) => {
  const path = "miniature%2Fconv2";
  const page = await walk.open(`compare.html#a=${path}&b=${path}&of=kernels`);
  const tile = "[data-grid] li i.kernels-a";
  await page.locator(tile).first().waitFor();
  assert.equal(await readPicture(page, tile), "effective");
  assert.equal(await readPicture(page, '.pair-panel [data-tile="b"]'), "effective");
  await press(page, "leading");
  assert.equal(await readPicture(page, tile), "leading");
  await press(page, "slices");
  assert.equal(await readPicture(page, tile), "strongest");
  await page.keyboard.press("o");
  await page.locator("[data-view-choice]").waitFor({ state: "hidden" });
});
