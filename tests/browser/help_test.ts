/// <reference lib="dom" />
import assert from "node:assert/strict";
import type { Page } from "../support/browser/browser.ts";
import { waitForPair } from "../support/browser/layer_walk.ts";
import { testWalk } from "../support/browser/walk.ts";

const CONV1 = "miniature/conv1/index.html";
const BOX = "[data-explanation]";

testWalk(
  "a word is explained where it stands by a press, by Enter and by the pointer",
  async ({ open }) => {
    const page = await open(`${CONV1}#k=3&sort=chroma`);
    await waitForPair(page, 3);
    const word = page.locator("[data-measure] a[href$='#about-coherence']");
    await word.scrollIntoViewIfNeeded();
    await word.click();
    await waitForWords(page, /^coherence.*one orientation leads/s);
    assert.equal(await page.locator(`${BOX} canvas`).count(), 2);
    assert.equal(new URL(page.url()).hash, "#k=3&sort=chroma"); // no link is followed
    await page.keyboard.press("Escape");
    await page.locator(BOX).waitFor({ state: "hidden" });

    await word.focus();
    await page.keyboard.press("Enter");
    await waitForWords(page, /^coherence/);
    await page.keyboard.press("Enter");
    await page.locator(BOX).waitFor({ state: "hidden" });

    // The measure that is chosen.
    await page.locator("[data-about-chosen]").click();
    await waitForWords(page, /^chroma/);
    await page.keyboard.press("Escape");

    const chip = page.locator(".chip[data-about]").first();
    await chip.hover();
    await waitForWords(page, /^edge/);
    await page.mouse.move(2, 2);
    await page.locator(BOX).waitFor({ state: "hidden" });
    await chip.locator("input").focus();
    await page.keyboard.press("Enter");
    await waitForWords(page, /^edge/);
    assert.equal(await chip.locator("input").isChecked(), false);
  },
);

testWalk(
  "a word that the pointer has left is not explained when its drawings come",
  async ({ open }) => {
    const page = await open(`${CONV1}#k=3`);
    await waitForPair(page, 3);
    const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
    const { promise: given, resolve: give } = Promise.withResolvers<void>();
    await page.route(/assets\/drawings\.js$/, async (route) => {
      ask();
      await given;
      await route.continue();
    });
    await page.locator(".chip[data-about]").first().hover();
    await asked;
    await page.mouse.move(2, 2);
    const loaded = page.waitForResponse(/assets\/drawings\.js$/);
    give();
    await (await loaded).finished();
    await page.waitForTimeout(1500); // it would be shown by then
    assert.equal(await page.locator(BOX).isVisible(), false);
  },
  { served: true },
);

async function waitForWords(page: Page, words: RegExp): Promise<void> {
  await page.locator(BOX, { hasText: words }).waitFor();
}

testWalk("every page has a help, and ends with it where no script runs", async ({ open }) => {
  for (const path of ["index.html", "miniature/index.html", CONV1, "compare.html"]) {
    const page = await open(path);
    await page.locator('[data-out="theme"]:not(:empty)').waitFor(); // the script has begun
    const help = page.getByRole("dialog", { name: "How to read this page" });
    await page.locator("[data-do='help']").click();
    await help.waitFor();
    await page.keyboard.press("?");
    await help.waitFor({ state: "hidden" });

    const still = await open(path, { javaScriptEnabled: false });
    assert.equal(await still.evaluate(() => scrollY), 0);
    await still.locator(".ends a[href='#help']").click();
    assert.equal(
      await still.getByRole("heading", { name: "How to read this page" }).isVisible(),
      true,
    );
    assert.equal(await still.locator("#help .explained dd").first().isVisible(), true);
    await page.context().close();
    await still.context().close();
  }
});
