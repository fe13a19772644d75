/// <reference lib="dom" />
import assert from "node:assert/strict";
import { openReload } from "../../src/host/serve/reload.ts";
import { serveFolder } from "../../src/host/serve/server.ts";
import { type Page, testInBrowser, watchPage } from "../support/browser/browser.ts";
import { waitForPair } from "../support/browser/layer_walk.ts";
import { openSharedSite } from "../support/browser/walk.ts";

testInBrowser("an open page is loaded anew after a build, at the same pair", async (browser) => {
  const { folder } = await openSharedSite();
  const reload = openReload();
  await using serving = await serveFolder({ folder, port: 0, reload });
  const { page, faults } = await watchPage(browser, serving.address);
  const follows = (): Promise<unknown> =>
    page.waitForResponse((response) => response.url().endsWith("/.convatlas/events"));
  const first = follows();
  await page.goto(`${serving.address}miniature/conv1/index.html#k=12`);
  await waitForPair(page, 12);
  await first;
  await page.evaluate(() => Object.assign(globalThis, { seen: true }));
  const second = follows();
  reload.tell();
  await page.waitForFunction(() => !("seen" in globalThis));
  await waitForPair(page, 12);
  await second;
  assert.match(page.url(), /#k=12/);
  assert.deepEqual(faults, []);
});

testInBrowser(
  "a page that was hidden during a build is loaded anew when it is seen",
  async (browser) => {
    const { folder } = await openSharedSite();
    const reload = openReload();
    await using serving = await serveFolder({ folder, port: 0, reload });
    const { page } = await watchPage(browser, serving.address);
    await page.goto(serving.address);
    await page.evaluate(() => Object.assign(globalThis, { seen: true }));
    await hide(page, true);
    reload.tell();
    assert.equal(await page.evaluate(() => "seen" in globalThis), true);
    await hide(page, false);
    await page.waitForFunction(() => !("seen" in globalThis));
  },
);

async function hide(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate((hidden) => {
    Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);
}
