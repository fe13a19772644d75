/// <reference lib="dom" />
import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { join } from "node:path";
import { generateReport } from "../../src/api/generate_report.ts";
import { listBlank } from "../support/browser/blank.ts";
import {
  FIRST_LAYER,
  listShown,
  openLayer,
  readHash,
  waitForPair,
} from "../support/browser/layer_walk.ts";
import { readLayer, SITE_CONFIG } from "../support/report/site.ts";
import { testWalk } from "../support/browser/walk.ts";

const PAGES = ["index.html", "miniature/index.html", FIRST_LAYER, "miniature/conv2/index.html"];

testWalk("marks of a review are kept, found, exported, cleared and imported", async (walk) => {
  const page = await openLayer(walk, "#k=6");
  const review = page.locator("[data-review]");
  await review.getByRole("radio", { name: "suspicious" }).check();
  await review.getByRole("textbox").fill("rings at the edge");
  await page.locator('[id="k=6"][data-verdict="suspicious"]').waitFor();
  await page.reload();
  await waitForPair(page, 6);
  // The tile has its mark still, and the next without one is the next but it.
  await page.locator('[id="k=6"][data-verdict="suspicious"]').waitFor();
  await page.locator('[id="k=5"] a').click();
  await waitForPair(page, 5);
  await page.keyboard.press("n");
  await waitForPair(page, 7);
  await page.locator('[id="k=6"] a').click();
  await waitForPair(page, 6);
  assert.equal(await review.getByRole("radio", { name: "suspicious" }).isChecked(), true);
  assert.equal(await review.getByRole("textbox").inputValue(), "rings at the edge");
  await page.locator('[name="q"]').fill("review:suspicious");
  assert.deepEqual(await listShown(page), [6]);
  await page.locator('[name="q"]').fill("");

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export" }).click();
  const file = await download;
  assert.equal(file.suggestedFilename(), "reviews-miniature.json");
  const text = await Deno.readTextFile(await file.path());
  const [mark] = JSON.parse(text).reviews;
  assert.deepEqual(
    { layer: mark.layer, kernel: mark.kernel, verdict: mark.verdict, note: mark.note },
    { layer: "conv1", kernel: 6, verdict: "suspicious", note: "rings at the edge" },
  );

  page.on("dialog", (dialog) => void dialog.accept());
  await page.getByRole("button", { name: "Clear" }).click();
  await page.locator('[name="q"]').fill("review:none");
  assert.equal((await listShown(page)).length, 32);
  await page.locator("[data-review-import]").setInputFiles({
    name: "reviews.json",
    mimeType: "application/json",
    buffer: Buffer.from(text),
  });
  await page.locator('[name="q"]').fill("review:suspicious");
  await page.waitForFunction(() =>
    document.querySelectorAll("[data-grid] > li:not([hidden])").length === 1
  );
  assert.deepEqual(await listShown(page), [6]);
}, { served: true });

testWalk("a link to a pair, and its marks, survive a rebuild of the report", async (walk) => {
  const page = await openLayer(walk, "#k=17&sort=norm");
  await page.locator("[data-review]").getByRole("radio", { name: "fine" }).check();
  const [url, name] = [page.url(), await page.locator('[id="k=17"] a').getAttribute("aria-label")];
  await generateReport(SITE_CONFIG, { out: walk.site.folder, npy: true });
  await page.goto("about:blank");
  await page.goto(url);
  await waitForPair(page, 17);
  assert.equal(await page.locator('[id="k=17"] a').getAttribute("aria-label"), name);
  assert.equal(
    await page.locator("[data-review]").getByRole("radio", { name: "fine" }).isChecked(),
    true,
  );
}, { served: true });

testWalk(
  "a browser in Chinese gets the Chinese pages, at the same pair",
  async ({ site, open }) => {
    const page = await open(`${FIRST_LAYER}#k=9&sort=norm`, { locale: "zh-CN" });
    await page.waitForURL(`${site.origin}miniature/conv1/index.zh-CN.html#k=9&sort=norm`);
    await page.getByRole("heading", { name: "第 9 对" }).waitFor();
    assert.equal(await page.getAttribute("html", "lang"), "zh-CN");
    await page.locator("#shown", { hasText: "显示 32 / 32" }).waitFor();
  },
  { served: true },
);

testWalk(
  "the language that is chosen keeps the pair, and is remembered",
  async ({ site, open }) => {
    const page = await open(`${FIRST_LAYER}#k=9`);
    await waitForPair(page, 9);
    assert.equal(await page.getAttribute("html", "lang"), "en");
    await page.keyboard.press("ArrowRight");
    await page.getByRole("link", { name: "中文" }).click();
    await page.waitForURL(`${site.origin}miniature/conv1/index.zh-CN.html#k=10`);
    await page.getByRole("heading", { name: "第 10 对" }).waitFor();
    await page.goto(`${site.origin}index.html`);
    await page.waitForURL(`${site.origin}index.zh-CN.html`);
    await page.getByRole("link", { name: "English" }).click();
    await page.waitForURL(`${site.origin}index.html`);
    await page.goto(`${site.origin}miniature/index.html`);
    await page.getByRole("link", { name: "中文" }).waitFor();
    assert.equal(page.url(), `${site.origin}miniature/index.html`);
  },
  { served: true },
);

testWalk("a page whose paint is never told gets its script all the same", async (walk) => {
  const page = await walk.open("index.html");
  await page.addInitScript(() => {
    PerformanceObserver.prototype.observe = () => {};
  });
  await page.goto(`${walk.site.origin}${FIRST_LAYER}#k=9`);
  await waitForPair(page, 9);
}, { served: true });

testWalk("paper has the chosen pair and the rule, and no tools", async (walk) => {
  const page = await openLayer(walk, "#k=9");
  await waitForPair(page, 9);
  await page.emulateMedia({ media: "print" });
  for (const selector of [".controls", ".languages", '[data-do="theme"]', '[data-do="enlarge"]']) {
    assert.equal(await page.locator(selector).first().isVisible(), false, selector);
  }
  for (
    const selector of [
      ".photos :checked + img",
      ".panel h2",
      '[data-tile="kernel"]',
      "#rule",
      "svg.plot",
    ]
  ) {
    assert.equal(await page.locator(selector).first().isVisible(), true, selector);
  }
  assert.equal(await page.locator(".panel h2").innerText(), "Pair 9");
  const pdf = await page.pdf({ format: "A4", printBackground: true });
  assert.equal(new TextDecoder().decode(pdf.subarray(0, 5)), "%PDF-");
  assert.ok(pdf.length > 20_000, `${pdf.length} bytes`);
}, { served: true });

testWalk("on a phone the panel is a sheet that unfolds", async ({ open }) => {
  const page = await open(`${FIRST_LAYER}#k=9`, {
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  await waitForPair(page, 9);
  const panel = page.locator("[data-panel]");
  const folded = (await panel.boundingBox())!;
  assert.ok(folded.y > 500 && folded.height < 240, `${folded.y}, ${folded.height}`);
  const unfold = page.getByRole("button", { name: "Details", exact: true });
  await unfold.tap();
  assert.equal(await unfold.getAttribute("aria-expanded"), "true");
  await page.waitForFunction(
    (top) => document.querySelector("[data-panel]")!.getBoundingClientRect().top < top - 100,
    folded.y,
  );
  await unfold.tap();
  assert.equal(await unfold.getAttribute("aria-expanded"), "false");
  await page.locator('[id="k=2"] a').tap();
  await waitForPair(page, 2);
}, { served: true });

testWalk("a page without script has both grids, the rule and the table", async ({ site, open }) => {
  const page = await open(`${FIRST_LAYER}#k=12`, { javaScriptEnabled: false });
  const { kernels } = await readLayer(site, "conv1");
  for (const name of ["kernel", "map"]) {
    const tiles = page.locator(`[data-grid] .${name}`);
    assert.equal(await tiles.count(), 32);
    assert.equal(await tiles.last().isVisible(), true);
  }
  assert.equal(await page.locator(":target").getAttribute("id"), "k=12");
  for (const selector of [".controls", ".panel", '[data-do="theme"]', "[data-legend]"]) {
    assert.equal(await page.locator(selector).first().isVisible(), false, selector);
  }
  assert.equal(await page.locator("svg.plot a[data-k]").count() >= 32, true);
  assert.equal(await page.locator("#rule").isVisible(), true);
  const rows = page.locator("details.measures table tbody tr");
  assert.equal(await rows.count(), kernels!.index.length);
}, { served: true });

testWalk(
  "every kind of page opens in both languages and themes without a fault",
  async ({ site, open }) => {
    for (const colorScheme of ["light", "dark"] as const) {
      const page = await open("index.html", { colorScheme });
      for (const path of PAGES.flatMap((path) => [path, path.replace(".html", ".zh-CN.html")])) {
        await page.goto(site.origin + path, { waitUntil: "load" });
        assert.deepEqual(await page.evaluate(listBlank), [], path);
        const ids = await page.evaluate(() =>
          [...document.querySelectorAll("[id]")].map(({ id }) => id)
        );
        assert.deepEqual(ids.filter((id, i) => ids.indexOf(id) < i), [], path);
      }
    }
  },
  { served: true },
);

testWalk("every link of the report leads to a file of it", async ({ site, open }) => {
  const page = await open("index.html");
  const missing: string[] = [];
  for (const path of PAGES) {
    await page.goto(site.origin + path);
    const hrefs = await page.locator("a[href]").evaluateAll((all) =>
      all.map((link) => link.getAttribute("href")!.split("#")[0]!)
    );
    const links = hrefs.map((href) => href === "" ? page.url() : new URL(href, page.url()).href);
    for (const link of new Set(links)) {
      const file = join(site.folder, decodeURIComponent(link.slice(site.origin.length)));
      if (link.startsWith(site.origin) && await Deno.stat(file).catch(() => null)) continue;
      missing.push(`${path}: ${link}`);
    }
  }
  assert.deepEqual(missing, []);
  assert.deepEqual(await readHash(page), {});
}, { served: true });
