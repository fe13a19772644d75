/// <reference lib="dom" />
import assert from "node:assert/strict";
import type { Page } from "../support/browser/browser.ts";
import { waitForPair } from "../support/browser/layer_walk.ts";
import { testWalk } from "../support/browser/walk.ts";

const CONV1 = "miniature/conv1/index.html";

testWalk("the theme goes on where the browser keeps an old one and no more", async ({ open }) => {
  const page = await open("index.html", { colorScheme: "light" });
  const label = page.locator('[data-out="theme"]:not(:empty)');
  await label.waitFor();
  await page.evaluate(() => {
    localStorage.setItem("convatlas.theme", "light");
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    document.documentElement.dataset.theme = "light"; // as after a reload
  });
  const shown: string[] = [];
  for (let i = 0; i < 3; i++) {
    await page.keyboard.press("t");
    const theme = await page.evaluate(() => document.documentElement.dataset.theme ?? "system");
    shown.push(`${theme}: ${await label.textContent()}`);
  }
  assert.deepEqual(shown, ["dark: dark", "system: system", "light: light"]);
}, { served: true });

testWalk("a click that saves a link is left to the browser", async ({ open }) => {
  const layer = await open(`${CONV1}#k=3`);
  await waitForPair(layer, 3);
  assert.equal(await clickWithAlt(layer, "[data-grid] > li:nth-child(6) a"), false);
  await layer.locator(".rule figure").first().scrollIntoViewIfNeeded();
  await layer.locator(".plot a[data-k]").first().waitFor();
  assert.equal(await clickWithAlt(layer, '.plot a[data-k="7"]'), false);
  const compare = await open("compare.html");
  await compare.locator("[data-grid] > li.is-on").waitFor();
  assert.equal(await clickWithAlt(compare, "[data-grid] > li:nth-child(6) a"), false);
}, { served: true });

// Gives whether the page took the click; the link is not saved here either.
function clickWithAlt(page: Page, selector: string): Promise<boolean> {
  return page.locator(selector).first().evaluate((link) => {
    let taken = false;
    addEventListener("click", (event) => {
      taken = event.defaultPrevented;
      event.preventDefault();
    }, { once: true });
    link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, altKey: true }));
    return taken;
  });
}

testWalk("what is far from the window rests again after a print", async ({ open }) => {
  const page = await open(`${CONV1}#k=3`, { viewport: { width: 1440, height: 300 } });
  await waitForPair(page, 3);
  const details = page.locator("[data-details]");
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const printed = await details.innerHTML();
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  const other = page.locator("[data-grid] > li a").nth(1);
  await other.dispatchEvent("pointerover", { pointerType: "mouse", bubbles: true });
  await page.locator("[data-out='title']", { hasText: /Pair (?!3\b)/ }).waitFor();
  assert.equal(await details.innerHTML(), printed);
  await details.scrollIntoViewIfNeeded();
  await page.waitForFunction(
    (before) => document.querySelector("[data-details]")!.innerHTML !== before,
    printed,
  );
}, { served: true });
