/// <reference lib="dom" />
import assert from "node:assert/strict";
import { readHash } from "../support/browser/layer_walk.ts";
import type { Page } from "../support/browser/browser.ts";
import { readLayer } from "../support/report/site.ts";
import { testWalk } from "../support/browser/walk.ts";

const PAGE = "miniature/index.html";

testWalk("the atlas shows the pair that has most of a row, and opens it", async (walk) => {
  const { site, open } = walk;
  const page = await open(PAGE);
  await page.locator("[aria-sort]").waitFor();
  const { experiments } = await readLayer(site, "conv2");
  const needs = experiments!.colourDependence.mean.map((value) => value ?? -1);
  const k = needs.indexOf(Math.max(...needs));
  const box = (await page.locator("[data-atlas-row=colour] > svg").boundingBox())!;
  await page.mouse.move(box.x + 0.75 * box.width, box.y + box.height / 2);
  const tip = page.locator("[data-atlas-tip]");
  await tip.getByText("2. conv2").waitFor();
  const most = (100 * needs[k]!).toFixed(1);
  await tip.getByText(`pair ${k}: ${most}\u202f%`).waitFor();
  await tip.getByText(/needs colour: median .+ from .+ to /).waitFor();
  assert.equal(await tip.locator("i").count(), 2);
  await page.mouse.click(box.x + 0.75 * box.width, box.y + box.height / 2);
  await page.waitForURL(`${site.origin}miniature/conv2/index.html#**`);
  const { k: opened, sort } = await readHash(page);
  assert.deepEqual([opened, sort], [String(k), "colourDependence"]);
  // From there the bars in the head lead to the other layer, with the photo and the view.
  const bars = page.locator(".minimap a");
  await bars.first().waitFor({ state: "attached" });
  assert.equal(await bars.count(), 2);
  assert.equal(await page.locator(".minimap .here").getAttribute("x"), "10");
  await bars.first().click();
  await page.waitForURL(`${site.origin}miniature/conv1/index.html`);
}, { served: true });

testWalk("arrow keys go through the atlas, and its rows are chosen", async ({ site, open }) => {
  const page = await open(PAGE);
  await page.locator("[aria-sort]").waitFor();
  await page.locator(".chooser summary").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("checkbox", { name: "needs detail" }).uncheck();
  assert.equal(await page.locator("[data-atlas-row=detail]").isVisible(), false);
  assert.doesNotMatch((await readHash(page)).rows!, /detail/);
  await page.locator("[data-atlas]").focus();
  await page.keyboard.press("ArrowRight");
  await page.getByText("2. conv2", { exact: true }).waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(`${site.origin}miniature/conv2/index.html#k=*`);
  await page.goBack();
  await page.locator("[aria-sort]").waitFor();
  assert.equal(await page.locator("[data-atlas-row=detail]").isVisible(), false);
}, { served: true });

testWalk(
  "the table of layers is sorted and searched, and stands without script",
  async ({ open }) => {
    const page = await open(PAGE);
    await page.locator("[aria-sort]").waitFor();
    await page.getByRole("button", { name: "Layer", exact: true }).click();
    await page.getByRole("button", { name: "Layer", exact: true }).click();
    assert.deepEqual(await listShown(page), ["conv2", "conv1"]);
    assert.deepEqual(await readHash(page), { sort: "name", reverse: "1" });
    await page.keyboard.press("/");
    await page.keyboard.type("kernels>1 !need");
    await page.locator('#search-terms option[value="kernels>1 !needs-colour>"]').waitFor({
      state: "attached",
    });
    await page.keyboard.press("Control+a");
    await page.keyboard.type("kernels>1 !conv2");
    await page.getByText("1 of 2 layers", { exact: true }).waitFor();
    assert.deepEqual(await listShown(page), ["conv1"]);
    assert.equal(await page.locator(".columns .is-out").count(), 1);
    await page.reload();
    await page.getByText("1 of 2 layers", { exact: true }).waitFor();

    const still = await open(PAGE, { javaScriptEnabled: false });
    assert.deepEqual(await listShown(still), ["conv1", "conv2"]);
    assert.equal(await still.locator(".layers button, .chooser:visible").count(), 0);
    assert.equal(await still.locator("[data-atlas-row=photo] path.bar").count(), 1);
    const [href] = await still.locator(".columns a").evaluateAll((links) =>
      links.map((link) => link.getAttribute("href"))
    );
    assert.match(href!, /^conv1\/index\.html#k=\d+$/);
  },
  { served: true },
);

function listShown(page: Page): Promise<string[]> {
  return page.locator(".layers tbody tr:visible th a").allTextContents();
}
