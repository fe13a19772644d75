/// <reference lib="dom" />
import assert from "node:assert/strict";
import { findViolations } from "../support/browser/axe.ts";
import type { Page } from "../support/browser/browser.ts";
import { listShown, openLayer, readHash } from "../support/browser/layer_walk.ts";
import { readLayer } from "../support/report/site.ts";
import { testWalk } from "../support/browser/walk.ts";

testWalk(
  "kernels are sorted by click, key and drag with the maps hidden, then scored",
  async (walk) => {
    const page = await openLayer(walk);
    const marked = (k: number, name: string) => page.locator(`[id="k=${k}"].${name}`).waitFor();
    await page.getByRole("button", { name: "Guess", exact: true }).click();
    await page.locator("[data-bin]").first().waitFor();
    assert.equal(await readMapPicture(page, 20), "none");
    await page.locator("[data-panel]").waitFor({ state: "hidden" });
    await page.locator(".lead.answered").waitFor({ state: "hidden" });
    await page.locator('[id="k=20"] .kernel').click();
    await marked(20, "is-photo");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("2");
    await marked(21, "is-edges");
    await page.locator('[id="k=22"].is-on').waitFor();
    await page.locator('[id="k=0"] .kernel').hover();
    await page.mouse.down();
    await page.locator('[data-bin="photo"]').hover();
    await page.mouse.up();
    await marked(0, "is-photo");
    assert.equal((await readHash(page)).guess, "0.20_21");
    await page.getByRole("button", { name: "Show the maps" }).click();
    await page.locator(".outcome").waitFor();
    await page.reload();
    const said = await page.locator(".outcome b").textContent();
    assert.equal(
      said,
      "1 of 3 right: 1 of 2 under “keeps the photo”, 0 of 1 under “keeps edges”. " +
        "Sorted: 3 of 32 kernels.",
    );
    await page.locator(".lead.answered").waitFor();
    await marked(20, "is-right");
    await marked(21, "is-wrong");
    assert.notEqual(await readMapPicture(page, 20), "none");
    const wrong = page.locator(".exercise .pair-minis a");
    assert.deepEqual(
      await wrong.evaluateAll((links) => links.map((link) => link.getAttribute("href"))),
      ["#k=21", "#k=0"],
    );
    await page.getByRole("button", { name: "Close" }).click();
    await page.locator(".exercise").waitFor({ state: "hidden" });
    assert.deepEqual(Object.keys(await readHash(page)), ["k"]);
  },
);

testWalk("pairs are sorted by what maps keep, and matched in what they average", async (walk) => {
  const phone = { viewport: { width: 390, height: 844 }, bypassCSP: true };
  const page = await openLayer(walk, "", phone);
  const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
  const { keepsPicture } = (await readLayer(walk.site, "conv1")).averages!;
  await page.getByRole("button", { name: "Sort by what the map keeps" }).click();
  await page.locator(".outcome").waitFor();
  const kept = (await listShown(page)).map((k) => keepsPicture[k]!);
  assert.deepEqual(kept, kept.toSorted((a, b) => b - a));
  await page.getByRole("button", { name: "Hold averaging fixed" }).click();
  const cells = page.locator(".matched td a");
  await cells.first().waitFor();
  assert.equal(await cells.count(), 8);
  assert(await fits());
  assert.deepEqual(await findViolations(page), []);
  await page.getByRole("button", { name: "Guess", exact: true }).click();
  await page.locator("[data-bin]").first().waitFor();
  await page.locator('[id="k=20"] .kernel').click();
  await page.locator('[id="k=20"].is-photo').waitFor();
  assert(await fits());
  assert.deepEqual(await findViolations(page), []);
  await page.keyboard.press("Escape");
  await page.locator(".exercise").waitFor({ state: "hidden" });
});

/** Reads the picture that stands in the place of a map. */
async function readMapPicture(page: Page, k: number): Promise<string> {
  return await page.locator(`[id="k=${k}"] .map`).evaluate((map) =>
    getComputedStyle(map).backgroundImage
  );
}
