/// <reference lib="dom" />
import type { Page } from "./browser.ts";
import type { Setting, Walk } from "./walk.ts";

/** The page of the first layer of the report that walks share, from the report's folder. */
export const FIRST_LAYER = "miniature/conv1/index.html";

/** Opens the page of the first layer, and waits until it has chosen a pair. */
export async function openLayer(
  { open }: Walk,
  hash = "",
  setting: Setting = {},
): Promise<Page> {
  const page = await open(FIRST_LAYER + hash, setting);
  await waitForStart(page);
  return page;
}

/** Waits until the script of the page of a layer has begun: it has chosen a pair, and listens. */
export async function waitForStart(page: Page): Promise<void> {
  await page.locator("[data-grid] > li.is-on").waitFor();
}

/** Reads the state in the address of a page; from the page itself, as `url()` may lag behind. */
export async function readHash(page: Page): Promise<Readonly<Record<string, string>>> {
  const hash = await page.evaluate(() => location.hash);
  return Object.fromEntries(new URLSearchParams(hash.slice(1)));
}

/** Waits until the panel shows a pair. */
export async function waitForPair(page: Page, k: number): Promise<void> {
  await page.getByRole("heading", { name: `Pair ${k}`, exact: true }).waitFor();
}

/** Waits until the panel shows a pair, and tells which. */
export async function readPair(page: Page): Promise<number> {
  const title = await page.getByRole("heading", { name: /^Pair \d+$/ }).first().textContent();
  return Number(title!.slice("Pair ".length));
}

/** Lists the pairs that are shown, in their order. */
export async function listShown(page: Page): Promise<readonly number[]> {
  return await page.locator("[data-grid] > li").evaluateAll((pairs) =>
    (pairs as HTMLElement[]).filter(({ hidden }) => !hidden).map(({ id }) => Number(id.slice(2)))
  );
}

/** Lists the pairs that have a class: `is-on` for the chosen, `is-highlighted` for one pointed at. */
export async function listMarked(page: Page, name: string): Promise<readonly number[]> {
  return await page.locator(`[data-grid] > li.${name}`).evaluateAll((pairs) =>
    pairs.map(({ id }) => Number(id.slice(2)))
  );
}
