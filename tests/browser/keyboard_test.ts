/// <reference lib="dom" />
import assert from "node:assert/strict";
import type { Page } from "../support/browser/browser.ts";
import { listMarked, readHash, readPair, waitForPair } from "../support/browser/layer_walk.ts";
import { testWalk } from "../support/browser/walk.ts";

testWalk("keys alone lead from the index to a pair and back", async (walk) => {
  const { site: { origin }, open } = walk;
  const page = await open("index.html");
  await tabTo(page, "main a[href='miniature/conv1/index.html']");
  await page.keyboard.press("Enter");
  await page.waitForURL(`${origin}miniature/conv1/index.html`);
  const start = await readPair(page);
  await tabTo(page, "[data-grid] a");
  await press(page, "ArrowLeft", "ArrowLeft", "ArrowUp");
  const columns = await page.evaluate(() => {
    const tops = [...document.querySelectorAll<HTMLElement>("[data-grid] > li")]
      .map(({ offsetTop }) => offsetTop);
    return tops.filter((top) => top === tops[0]).length;
  });
  const end = Math.max(0, start - 2 - columns);
  await waitForPair(page, end);
  assert.equal((await readHash(page)).k, String(end));
  assert.deepEqual(await listMarked(page, "is-on"), [end]);
  assert.equal(await isFocused(page, `[id="k=${end}"] a`), true);

  await press(page, "]");
  await page.waitForURL(`${origin}miniature/conv2/index.html`);
  await readPair(page);
  await press(page, "[");
  await page.waitForURL(`${origin}miniature/conv1/index.html`);
  await waitForPair(page, start);
  await page.goBack();
  await page.goBack();
  await page.waitForURL(`${origin}miniature/conv1/index.html#k=${end}`);
  await waitForPair(page, end);
  await page.goBack();
  await page.waitForURL(`${origin}index.html`);
});

testWalk("the question mark opens the help, Escape closes them where one was", async ({ open }) => {
  const page = await open("miniature/conv1/index.html#k=0");
  await waitForPair(page, 0);
  await tabTo(page, "[data-grid] a");
  await press(page, "?");
  const help = page.getByRole("dialog", { name: "How to read this page" });
  await help.waitFor();
  await press(page, "Escape");
  await help.waitFor({ state: "hidden" });
  assert.equal(await isFocused(page, '[id="k=0"] a'), true);
  await press(page, "Enter");
  await page.locator("dialog#enlarged").waitFor();
  await page.locator("dialog#enlarged").getByText(/^\d+ of 32$/).waitFor();
  await press(page, "ArrowRight");
  await waitForPair(page, 1);
  await press(page, "f");
  await page.waitForFunction(() => document.fullscreenElement !== null);
  await press(page, "PageDown"); // as clickers do
  await waitForPair(page, 2);
  await press(page, "f");
  await page.waitForFunction(() => document.fullscreenElement === null);
  await press(page, "Escape");
  await page.locator("dialog#enlarged").waitFor({ state: "hidden" });
});

testWalk("a layer is picked by its name, its number or the arrows, on every page", async (walk) => {
  const { site: { origin }, open } = walk;
  const page = await open("index.html");
  const ways = [
    [["c", "o", "n", "v", "2"], "miniature/conv2/index.html"],
    [["1"], "miniature/conv1/index.html"],
    [["n", "i", "a"], "miniature/index.html"],
    [["ArrowDown", "ArrowDown"], "miniature/conv2/index.html"],
  ] as const;
  for (const [keys, path] of ways) {
    await page.locator("[data-out=theme]", { hasText: "system" }).waitFor({ state: "attached" });
    await press(page, "g");
    await page.locator("#picker [role=option]").first().waitFor();
    await press(page, ...keys, "Enter");
    await page.waitForURL(`${origin}${path}`);
  }
});

testWalk("every key of the help turns what it says", async ({ open }) => {
  const page = await open("miniature/conv1/index.html#k=0");
  await waitForPair(page, 0);
  const turns = [
    ["p", { image: "beach" }],
    ["P", {}],
    ["s", { sort: "class" }],
    ["S", {}],
    ["r", { stage: "after" }],
    ["r", {}],
    ["l", { scale: "layer" }],
    ["c", { map: "viridis" }],
    ["z", { size: "l" }],
    ["a", { layout: "pairs" }],
    ["3", { class: "colour edge" }],
    ["0", {}],
  ] as const;
  const lasting = { scale: "layer", map: "viridis", size: "l", layout: "pairs" } as const;
  let kept: Readonly<Record<string, string>> = {};
  for (const [key, change] of turns) {
    await press(page, key);
    const { k: _, ...state } = await readHash(page);
    assert.deepEqual(state, { ...kept, ...change }, `after ${key}`);
    kept = Object.fromEntries(Object.entries(state).filter(([name]) => name in lasting));
  }
  await press(page, "t");
  assert.equal(await page.getAttribute("html", "data-theme"), "light");
  await press(page, "/");
  assert.equal(await isFocused(page, '[name="q"]'), true);
});

testWalk("keys rest while the reader types", async ({ open }) => {
  const page = await open("miniature/conv1/index.html#k=3");
  await waitForPair(page, 3);
  await page.locator('[name="q"]').focus();
  await page.keyboard.type("rcl?");
  await press(page, "ArrowLeft");
  assert.deepEqual(Object.keys(await readHash(page)), ["k", "q"]);
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await press(page, "Escape");
  assert.equal(await page.locator('[name="q"]').inputValue(), "");

  await page.locator("[data-review]").getByRole("radio", { name: "fine" }).check();
  await page.locator("[data-review] textarea").focus();
  await page.keyboard.type("clear?");
  await press(page, "ArrowLeft");
  assert.deepEqual(await readHash(page), { k: "3" });
  assert.equal(await page.locator("[data-review] textarea").inputValue(), "clear?");
});

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

// More than any page has before its content.
const MOST_TABS = 80;

async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < MOST_TABS; i++) {
    await page.keyboard.press("Tab");
    if (await isFocused(page, selector)) return;
  }
  assert.fail(`${selector} cannot be reached by Tab`);
}

async function isFocused(page: Page, selector: string): Promise<boolean> {
  return await page.evaluate(
    (wanted) => document.activeElement?.matches(wanted) ?? false,
    selector,
  );
}
