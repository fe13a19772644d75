/// <reference lib="dom" />
import assert from "node:assert/strict";
import type { Page } from "../support/browser/browser.ts";
import { listShown, readHash, waitForStart } from "../support/browser/layer_walk.ts";
import { testWalk } from "../support/browser/walk.ts";
import { readLayer, type Site } from "../support/report/site.ts";

const CONV2 = "miniature/conv2/index.html";

async function readFamilies(site: Site): Promise<readonly (readonly number[])[]> {
  const { families } = await readLayer(site, "conv2");
  assert.ok(families!.families.length >= 3, "the test needs families");
  return families!.families.map(({ kernels }) => kernels.toSorted((a, b) => a - b));
}

/** Waits until so many pairs are shown. */
async function waitForShown(page: Page, count: number): Promise<void> {
  await page.getByText(new RegExp(`^${count} of 64 shown`)).waitFor();
}

testWalk("a chip shows the pairs of its family, another adds its own", async ({ open, site }) => {
  const [first, , third] = await readFamilies(site);
  const page = await open(CONV2);
  await waitForStart(page);
  await page.getByRole("checkbox", { name: "family 1", exact: true }).check();
  await waitForShown(page, first!.length);
  assert.deepEqual(await listShown(page), first);
  assert.equal((await readHash(page)).family, "1");
  await page.getByRole("checkbox", { name: "family 3", exact: true }).check();
  await waitForShown(page, first!.length + third!.length);
  assert.equal((await readHash(page)).family, "1.3");
  await page.locator(".chip[data-about=family]").first().hover();
  await page.locator("[data-explanation]").filter({ hasText: "fire at the same places" }).waitFor();
  await page.mouse.move(0, 0);
  await page.keyboard.press("0");
  await waitForShown(page, 64);
  assert.equal((await readHash(page)).family, undefined);
});

testWalk("a family's name shows its pairs, and so do its address and a search", async (walk) => {
  const families = await readFamilies(walk.site);
  const page = await walk.open(CONV2);
  await waitForStart(page);
  await page.getByRole("link", { name: "family 2", exact: true }).click();
  await waitForShown(page, families[1]!.length);
  assert.ok(await page.getByRole("checkbox", { name: "family 2", exact: true }).isChecked());
  const other = await walk.open(`${CONV2}#family=3&sort=family`);
  await waitForShown(other, families[2]!.length);
  assert.deepEqual(await listShown(other), families[2]);
  await other.getByRole("checkbox", { name: "family 3", exact: true }).uncheck();
  await other.locator('[name="q"]').fill("family:1-2");
  await waitForShown(other, families[0]!.length + families[1]!.length);
  assert.deepEqual(await listShown(other), [...families[0]!, ...families[1]!]);
});

testWalk(
  "families stand on the page without script, with the patch that names each",
  async (walk) => {
    const families = await readFamilies(walk.site);
    const { excitingInside, families: found } = await readLayer(walk.site, "conv2");
    const page = await walk.open(CONV2, { javaScriptEnabled: false });
    const items = page.locator(".families ol > li");
    assert.equal(await items.count(), families.length);
    for (const [i, { kernels, strongest }] of found!.families.entries()) {
      const item = items.nth(i);
      const links = item.locator(".minis a");
      assert.equal(await links.count(), kernels.length);
      const href = await item.locator("svg image").getAttribute("href");
      assert.equal(href, `../../images/${excitingInside!.image[strongest]![0]}.png`);
    }
  },
);

testWalk("the panel says of which family a pair is", async ({ open, site }) => {
  const [first] = await readFamilies(site);
  const page = await open(`${CONV2}#k=${first![0]}`);
  const others = first!.length - 1;
  await page.getByText(`Family 1: its map goes with those of ${others} other kernels.`).waitFor();
});
