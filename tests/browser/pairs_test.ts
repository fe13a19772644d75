/// <reference lib="dom" />
import assert from "node:assert/strict";
import { WHATS } from "../../src/analysis/class/what.ts";
import type { Page } from "../support/browser/browser.ts";
import {
  listMarked,
  listShown,
  openLayer,
  readHash,
  readPair,
  waitForPair,
} from "../support/browser/layer_walk.ts";
import { readLayer } from "../support/report/site.ts";
import { testWalk } from "../support/browser/walk.ts";

testWalk(
  "a kernel that is pointed at rings its map and its point, and is previewed",
  async (walk) => {
    const tall = { width: 1440, height: 2400 }; // plots follow where they are near the window
    const page = await openLayer(walk, "#k=5", { viewport: tall });
    await page.locator("svg.plot .halo.current").first().waitFor();
    await page.locator('[id="k=7"] .kernel').hover();
    await waitForPair(page, 7);
    assert.deepEqual(await listMarked(page, "is-highlighted"), [7]);
    assert.deepEqual(await listMarked(page, "is-on"), [5]);
    assert.deepEqual(await ringsHoldTiles(page, 7), [true, true]);
    await page.locator("svg.plot .halo.light circle").first().waitFor({ state: "attached" });
    await page.mouse.move(2, 2);
    await waitForPair(page, 5);
    assert.deepEqual(await listMarked(page, "is-highlighted"), []);
    assert.deepEqual(await readHash(page), { k: "5" });
  },
);

/** Tells of a pair's kernel and of its map whether a ring is drawn around them. */
function ringsHoldTiles(page: Page, k: number): Promise<readonly boolean[]> {
  return page.locator(`[id="k=${k}"] > a`).evaluate((link) =>
    [["::before", ".kernel"], ["::after", ".map"]].map(([part, tile]) => {
      const ring = getComputedStyle(link, part);
      const [a, b] = [link, link.querySelector(tile!)!].map((each) => each.getBoundingClientRect());
      const [left, top] = [a!.left + parseFloat(ring.left), a!.top + parseFloat(ring.top)];
      return ring.boxShadow !== "none" && left <= b!.left && top <= b!.top &&
        left + parseFloat(ring.width) >= b!.right && top + parseFloat(ring.height) >= b!.bottom;
    })
  );
}

testWalk("a point that is pointed at rings its pair, a click pins it", async (walk) => {
  const page = await openLayer(walk, "#k=5");
  const point = page.locator("svg.plot").first().locator('a[data-k="24"]');
  await point.scrollIntoViewIfNeeded();
  await page.locator("svg.plot .halo.current").first().waitFor();
  await point.hover({ force: true });
  await page.locator("[data-grid] > li.is-highlighted").waitFor();
  const [near] = await listMarked(page, "is-highlighted");
  await waitForPair(page, near!); // another point may lie above it
  await point.dispatchEvent("click", { button: 0 });
  await waitForPair(page, 24);
  assert.deepEqual(await readHash(page), { k: "24" });
  await page.goBack();
  await waitForPair(page, 5);
});

testWalk(
  "Enter chooses the pair of a point, Shift and arrows more and more of them",
  async (walk) => {
    const page = await openLayer(walk, "#k=5");
    const plot = page.locator("svg.plot").first();
    await plot.scrollIntoViewIfNeeded();
    await page.locator("svg.plot .halo.current").first().waitFor();
    await plot.locator('a[data-k="24"]').focus();
    await page.keyboard.press("Enter");
    await waitForPair(page, 24);
    assert.deepEqual(await readHash(page), { k: "24" });
    for (const chosen of [2, 3, 4]) {
      await page.keyboard.press("Shift+ArrowRight");
      assert.equal((await listShown(page)).length, chosen);
    }
  },
);

testWalk("a ring stays with its pair when the order changes", async (walk) => {
  const page = await openLayer(walk, "#k=5");
  await page.locator('[id="k=7"] .kernel').hover();
  await page.keyboard.press("s");
  assert.deepEqual(await listMarked(page, "is-on"), [5]);
  const near = await listMarked(page, "is-highlighted");
  assert.ok(near.length === 0 || near[0] === 7, `${near} is ringed`);
});

testWalk("a link to an anchor of the page leaves what is shown", async (walk) => {
  const page = await openLayer(walk, "#k=5&image=beach&sort=norm&scale=layer");
  await waitForPair(page, 5);
  await page.getByRole("link", { name: "See the rule" }).click();
  await page.waitForFunction(() => location.hash === "#rule");
  await waitForPair(page, 5);
  assert.equal(await page.getByLabel("Sort by").inputValue(), "norm");
  assert.equal(await page.getByRole("radio", { name: "layer", exact: true }).isChecked(), true);
});

testWalk("a click pins a pair, a link to a near kernel another", async (walk) => {
  const page = await openLayer(walk);
  const { nearest } = (await readLayer(walk.site, "conv1")).neighbours!;
  const listNear = (k: number): number[] =>
    nearest.kernel[k]!.filter((_, i) => nearest.cosine[k]![i]! >= 0.5);
  const [chosen] = nearest.kernel.keys().filter((k) => listNear(k).length > 0);
  const [lonely] = nearest.kernel.keys().filter((k) => listNear(k).length === 0);
  await page.locator(`[id="k=${lonely}"] .map`).click();
  await waitForPair(page, lonely!);
  const best = nearest.cosine[lonely!]![0]!.toFixed(2);
  assert.equal(
    await page.locator('[data-row="nearest"]').textContent(),
    `none is near (best ${best})`,
  );
  await page.locator(`[id="k=${chosen}"] .map`).click();
  await waitForPair(page, chosen!);
  await page.mouse.move(2, 2);
  const links = page.locator('[data-row="nearest"] a');
  assert.deepEqual(
    await links.evaluateAll((all) => all.map((link) => link.getAttribute("href"))),
    listNear(chosen!).map((k) => `#k=${k}`),
  );
  const [first] = listNear(chosen!);
  await links.first().click();
  await waitForPair(page, first!);
  assert.equal((await readHash(page)).k, String(first));
  await page.goBack();
  await waitForPair(page, chosen!);
});

testWalk("a rectangle drawn around points leaves their pairs", async (walk) => {
  const page = await openLayer(walk);
  const plot = page.locator("svg.plot").first();
  await plot.scrollIntoViewIfNeeded();
  await page.locator("svg.plot .halo.current").first().waitFor();
  const { x, y, width, height } = (await plot.boundingBox())!;
  await page.mouse.move(x + width * 0.1, y + height * 0.05);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.3, y + height * 0.3, { steps: 3 });
  await page.mouse.move(x + width * 0.55, y + height * 0.95, { steps: 3 });
  await page.mouse.up();
  const shown = await listShown(page);
  assert.ok(shown.length > 0 && shown.length < 32, `${shown.length} are shown`);
  assert.match((await readHash(page)).q!, /^k:[\d,-]+$/);
  await assertCount(page, shown.length);
  const bright = await plot.locator("a[data-k]:not(.is-out)").evaluateAll((links) =>
    links.map((link) => Number(link.getAttribute("data-k")))
  );
  assert.deepEqual(bright.toSorted((a, b) => a - b), shown);
  const strip = page.locator(".chosen");
  assert.match((await strip.textContent())!, new RegExp(`${shown.length} of 32 kernels chosen`));
  const listed = await strip.locator("li a").evaluateAll((links) =>
    links.map((link) => Number(link.getAttribute("href")!.slice("#k=".length)))
  );
  assert.deepEqual(listed.toSorted((a, b) => a - b), shown);
  const mark = plot.locator(`a[data-k="${shown[0]}"]`);
  await mark.focus();
  await page.locator(".plot-tip .map").waitFor();
  assert.equal(
    await page.locator(".plot-tip p").textContent(),
    await mark.getAttribute("aria-label"),
  );
  await page.mouse.move(2, 2); // else Escape closes what explains the plot
  await page.waitForFunction(() => document.querySelector(":popover-open") === null);
  await page.keyboard.press("Escape");
  await strip.waitFor({ state: "hidden" });
  await page.locator(".plot-tip").waitFor({ state: "hidden" });
});

testWalk(
  "pairs are sorted by any measure, by class and by likeness, and turned round",
  async (walk) => {
    const page = await openLayer(walk);
    const { kernels, classes } = await readLayer(walk.site, "conv1");
    const { norm, kind, similarityRank } = kernels!;
    const places = classes!.what.map((what) => WHATS.indexOf(what));
    const sortBy = (label: string) => page.getByLabel("Sort by").selectOption({ label });

    await sortBy("norm");
    const byNorm = await listShown(page);
    assert.deepEqual(byNorm.map((k) => norm[k]), norm.toSorted((a, b) => b! - a!));
    await page.getByRole("button", { name: "Reverse the order" }).click();
    assert.deepEqual(
      (await listShown(page)).map((k) => norm[k]),
      norm.toSorted((a, b) => a! - b!),
    );
    assert.equal((await readHash(page)).reverse, "1");
    await page.getByRole("button", { name: "Reverse the order" }).click();
    await sortBy("class");
    assert.deepEqual((await listShown(page)).map((k) => places[k]), places.toSorted());
    await sortBy("likeness");
    assert.deepEqual((await listShown(page)).map((k) => similarityRank[k]), kind.map((_, i) => i));
    await sortBy("index");
    assert.deepEqual(await listShown(page), kind.map((_, k) => k));
    assert.deepEqual(Object.keys(await readHash(page)), ["k"]);
  },
);

testWalk("chips of classes leave their pairs, and Escape shows all again", async (walk) => {
  const page = await openLayer(walk);
  const { what } = (await readLayer(walk.site, "conv1")).classes!;
  const having = (...kinds: readonly string[]) =>
    what.flatMap((each, k) => kinds.includes(each) ? [k] : []);
  const chosen = await readPair(page);
  await page.getByRole("checkbox", { name: /colour edge/ }).check({ force: true });
  assert.deepEqual(await listShown(page), having("colour edge"));
  await page.getByRole("checkbox", { name: /colour spot/ }).check({ force: true });
  assert.deepEqual(await listShown(page), having("colour edge", "colour spot"));
  await assertCount(page, having("colour edge", "colour spot").length);
  assert.equal((await readHash(page)).class, "colour edge.colour spot");
  assert.equal(await readPair(page), chosen); // whether it is shown or not
  await page.mouse.move(2, 2); // else Escape closes what explains the chip
  await page.waitForFunction(() => document.querySelector(":popover-open") === null);
  await page.keyboard.press("Escape");
  await assertCount(page, 32);
  assert.equal(await page.getByRole("checkbox", { checked: true }).count(), 0);
});

testWalk("chips behind More classes leave what is in one of every sort", async (walk) => {
  const page = await openLayer(walk);
  const { what, when } = (await readLayer(walk.site, "conv1")).classes!;
  const fitting = (test: (k: number) => boolean) => what.flatMap((_, k) => test(k) ? [k] : []);
  await page.locator(".more-classes summary").click();
  await page.getByRole("checkbox", { name: /^broadly/ }).check({ force: true });
  assert.deepEqual(await listShown(page), fitting((k) => when[k] === "broad"));
  await page.getByRole("checkbox", { name: /^texture/ }).check({ force: true });
  const both = fitting((k) => when[k] === "broad" && what[k] === "texture");
  assert.ok(both.length > 0);
  assert.deepEqual(await listShown(page), both);
  assert.equal((await readHash(page)).class, "texture.when:broad");
  await page.locator('[data-out="facets"]', { hasText: "fires broadly" }).first().waitFor();
});

testWalk("a search leaves the pairs that fit, and counts them", async (walk) => {
  const page = await openLayer(walk);
  const { kernels, classes } = await readLayer(walk.site, "conv1");
  const { norm, duplicateOf } = kernels!;
  const { what, when } = classes!;
  const fitting = (test: (k: number) => boolean) => what.flatMap((_, k) => test(k) ? [k] : []);
  const median = norm.toSorted((a, b) => a! - b!)[16]!.toPrecision(3);
  const queries: readonly [string, (k: number) => boolean][] = [
    [`class:spot norm>${median} !dead`, (k) => what[k]!.includes("spot") && norm[k]! > +median],
    ['class:"colour edge"', (k) => what[k] === "colour edge"],
    ['!class:"colour edge"', (k) => what[k] !== "colour edge"],
    [`NORM<=${median} class:edge`, (k) => norm[k]! <= +median && what[k]!.includes("edge")],
    ["fires:broadly", (k) => when[k] === "broad"],
    ["k:3,5,10-12", (k) => [3, 5, 10, 11, 12].includes(k)],
    ["is:duplicate", (k) => duplicateOf[k] !== null],
  ];
  for (const [query, test] of queries) {
    await page.locator('[name="q"]').fill(query);
    assert.deepEqual(await listShown(page), fitting(test), query);
    await assertCount(page, fitting(test).length);
  }
  await page.locator('[name="q"]').fill("k:99");
  await page.locator("#shown", { hasText: "0 of 32 shown: no pair fits" }).waitFor();
  await page.getByRole("button", { name: "Show all" }).click();
  await assertCount(page, 32);
  await page.locator('[name="q"]').fill("k:3-5");
  await page.locator("#shown", { hasText: /^3 of 32 shown; pair \d+ is not among them$/ })
    .waitFor();
  await page.locator('[name="q"]').press("Enter");
  await waitForPair(page, 3);
  await page.locator('[name="q"]').press("Escape");
  await assertCount(page, 32);
  await waitForPair(page, 3);
});

testWalk("a search that is not understood says what was meant", async (walk) => {
  const page = await openLayer(walk);
  const search = page.locator('[name="q"]');
  await search.fill("nrom>0.3 class:spot");
  await page.locator("#problems", { hasText: "no measure is named “nrom”; did you mean “norm”?" })
    .waitFor();
  assert.equal(await search.getAttribute("aria-invalid"), "true");
  assert.equal((await listShown(page)).length, 8); // the other term still holds
  await search.fill("norm>much");
  await page.locator("#problems", { hasText: "“norm>much” needs a number, such as norm>0.3" })
    .waitFor();
  await search.fill("class:spot");
  assert.equal(await search.getAttribute("aria-invalid"), "false");
});

async function assertCount(page: Page, shown: number): Promise<void> {
  await page.locator("#shown", { hasText: `${shown} of 32 shown` }).waitFor();
}

const STATE = {
  k: "21",
  image: "beach",
  stage: "after",
  sort: "norm",
  scale: "layer",
  map: "viridis",
  size: "l",
  layout: "pairs",
  reverse: "1",
  class: "colour spot",
  q: "norm>0 !dead",
};

testWalk("an address brings back every part of what was shown", async (walk) => {
  const hash = `#${new URLSearchParams(STATE)}`;
  const page = await openLayer(walk, hash);
  await waitForPair(page, 21);
  assert.equal(new URL(page.url()).hash, hash);
  const checked = await page.locator("main input:checked:not([data-review] *)").evaluateAll((all) =>
    (all as HTMLInputElement[]).map(({ name, value }) => [name, value])
  );
  assert.deepEqual(Object.fromEntries(checked), {
    photo: "beach",
    stage: "after",
    class: "colour spot",
    scale: "layer",
    size: "l",
    layout: "pairs",
  });
  assert.equal(await page.getByLabel("Sort by").inputValue(), "norm");
  assert.equal(await page.locator("select[name=colours]").inputValue(), "viridis");
  assert.equal(await page.locator('[name="q"]').inputValue(), STATE.q);
  await page.keyboard.press("z"); // writes the address anew, the rest of it as it was
  assert.deepEqual(await readHash(page), { ...STATE, size: "s" });
});

testWalk("an address with unknown values shows the rest", async (walk) => {
  const page = await openLayer(
    walk,
    "#k=999&image=nowhere&stage=later&sort=taste&scale=big&map=rainbow&size=xxl&layout=heap" +
      "&class=purple&reverse=maybe&other=1&q=k%3A4-6",
  );
  await waitForPair(page, 4);
  assert.deepEqual(await listShown(page), [4, 5, 6]);
  await page.keyboard.press("ArrowRight");
  assert.deepEqual(await readHash(page), { k: "5", q: "k:4-6" });
});

testWalk("Back and Forward go through the pairs that links have led to", async (walk) => {
  const page = await openLayer(walk, "#k=5");
  await page.evaluate(() => location.hash = "#k=9&scale=zero");
  await waitForPair(page, 9);
  await page.goBack();
  await waitForPair(page, 5);
  assert.equal(await page.getByRole("radio", { name: "each tile" }).isChecked(), true);
  await page.goForward();
  await waitForPair(page, 9);
  assert.equal(await page.getByRole("radio", { name: "zero-centred" }).isChecked(), true);
});

testWalk("the link that is copied is the address of what is shown", async (walk) => {
  const page = await openLayer(walk, "#k=5&scale=zero");
  await page.evaluate(() => {
    Object.defineProperty(navigator, "clipboard", {
      value: { writeText: (text: string) => Promise.resolve(document.title = text) },
    });
  });
  await page.getByRole("button", { name: "Copy the link to this view" }).click();
  await page.getByText("Link copied").waitFor();
  assert.equal(await page.title(), page.url());
  await page.evaluate(() => {
    Object.defineProperty(navigator.clipboard, "writeText", {
      value: () => Promise.reject(new Error("forbidden")),
    });
  });
  await page.keyboard.press("y");
  await page.getByText(`Copy this address: ${page.url()}`).waitFor();
});
