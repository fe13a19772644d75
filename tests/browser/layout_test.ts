import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { generateReport } from "../../src/api/generate_report.ts";
import { findViolations } from "../support/browser/axe.ts";
import { layOutAll, listFlaws, seesFirstPair, WINDOWS } from "../support/browser/flaws.ts";
import { type Page, testInBrowser } from "../support/browser/browser.ts";
import { encodeOddModel } from "../support/model/odd_model.ts";
import { SITE_CONFIG } from "../support/report/site.ts";
import { makeTempFolder } from "../support/temp_folder.ts";
import { type Setting, walkSite } from "../support/browser/walk.ts";

const WIDE: Setting = { viewport: { width: 1440, height: 1000 } };
const PHONE: Setting = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

// Colours do not depend on the language, nor names on the width: each meets each other once.
const SETTINGS: Readonly<Record<string, Setting & { readonly file: string }>> = {
  "light": { ...WIDE, colorScheme: "light", file: "index.html" },
  "dark, in Chinese": { ...WIDE, colorScheme: "dark", file: "index.zh-CN.html" },
  "on a phone, in Chinese": { ...PHONE, colorScheme: "light", file: "index.zh-CN.html" },
};

// Every kind of page; those of the odd model lack kernels, or add a failure.
const FOLDERS = [
  "",
  "miniature/",
  "miniature/conv1/",
  "miniature/conv2/",
  "odd/",
  "odd/first/",
  "odd/depthwise/",
  "odd/computed/",
];

// Whose parts others have too: held to the windows alone, once.
const LAID_OUT = ["odd/stage-features.3-conv.0-one/", "odd/dense/"];

// For the other language, whose words are of other lengths: a phone, a tablet, a desk.
const SOME_WINDOWS = WINDOWS.filter((_, i) => i % 2 === 0);

// In whose first view a kernel is to be seen.
const FIRST_VIEWS = ["390 x 844", "1024 x 768", "1440 x 900", "1920 x 1080"];

// What a reader may have done with the page of a layer; the last stays.
const DEEDS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  "with the help open": async (page) => {
    await page.keyboard.press("?");
    await page.locator("#help[open]").waitFor();
  },
  "with a pair enlarged": async (page) => {
    await page.keyboard.press("Enter");
    await page.locator("#enlarged[open]").waitFor();
  },
  "with a search that finds none": async (page) => {
    await page.evaluate(() => location.hash = "#q=k:999");
    await page.locator("[data-grid] > li:not([hidden])").first().waitFor({ state: "hidden" });
  },
  "signed on one scale": async (page) => {
    await page.evaluate(() => location.hash = "#scale=layer&map=signed&layout=pairs");
    await page.locator('[name="layout"][value="pairs"]:checked').waitFor({ state: "attached" });
  },
  "with a pair marked": async (page) => {
    await page.evaluate(() =>
      document.querySelector<HTMLInputElement>('[name="verdict"][value="suspicious"]')!.click()
    );
    await page.locator('[data-grid] > li.is-on[data-verdict="suspicious"]').waitFor();
  },
};

testInBrowser(
  "pages fit every window and paper, and axe finds no fault with any",
  async (browser, t) => {
    await using folder = await makeTempFolder({
      "odd.onnx": encodeOddModel(),
      "photos/torn.png": new Uint8Array(40),
    });
    const [odd, torn] = ["odd.onnx", "photos/torn.png"].map((name) => join(folder.path, name));
    const config = {
      models: [...SITE_CONFIG.models, { name: "odd", path: odd!, preprocess: {} }],
      images: [...SITE_CONFIG.images, torn!],
    };
    const out = join(folder.path, "site");
    await generateReport(config, { out });
    const site = { folder: out, origin: pathToFileURL(`${out}/`).href };
    await walkSite(browser, site, async ({ open }) => {
      for (const [name, { file, ...setting }] of Object.entries(SETTINGS)) {
        // One for all: a window of its own takes longer than the page in it.
        const page = await open(file, { ...setting, bypassCSP: true });
        const visit = async (path: string): Promise<void> => {
          await page.goto("about:blank"); // else the document stays where only the hash differs
          await page.goto(site.origin + path);
          const paired = path.split("/").length === 3 || path.startsWith("compare");
          if (paired) await page.locator(".is-on").waitFor();
        };
        const check = async (path: string, act?: (page: Page) => Promise<void>): Promise<void> => {
          await visit(path);
          await act?.(page);
          assert.deepEqual(await findViolations(page), []);
        };
        const windows = name === "light" ? WINDOWS : SOME_WINDOWS;
        const fit = setting.isMobile ? undefined : (page: Page) => checkLayout(page, windows);
        for (const path of FOLDERS.map((each) => each + file)) {
          await t.step(`${path}, ${name}`, () => check(path, fit));
        }
        for (const path of name === "light" ? LAID_OUT.map((each) => each + file) : []) {
          await t.step(`${path} in every window`, async () => {
            await visit(path);
            await checkLayout(page);
          });
        }
        for (const show of ["side", "slider", "difference"]) {
          const path = `${file.replace("index", "compare")}#of=maps&show=${show}`;
          const act = show === "side" ? fit : undefined;
          await t.step(`${path}, ${name}`, () => check(path, act));
        }
        for (const [deed, act] of Object.entries(DEEDS)) {
          await t.step(
            `a layer's page ${deed}, ${name}`,
            () => check(`miniature/conv1/${file}`, act),
          );
        }
        await page.context().close();
      }
    });
  },
);

// Nothing is wider than the window or lies over something else; on paper neither.
async function checkLayout(
  page: Page,
  windows: readonly (readonly [number, number])[] = WINDOWS,
): Promise<void> {
  await page.evaluate(layOutAll);
  const isLayer = await page.locator("main[data-layer] [data-grid]").count() > 0;
  const flaws: Record<string, readonly string[]> = {};
  for (const [width, height] of windows) {
    await page.setViewportSize({ width, height });
    const window = `${width} x ${height}`;
    const hides = isLayer && FIRST_VIEWS.includes(window) && !await page.evaluate(seesFirstPair);
    flaws[window] = [
      ...await page.evaluate(listFlaws),
      ...hides ? ["the first kernel is not in the first view"] : [],
    ];
  }
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 718, height: 1000 }); // A4 between its margins
  flaws.paper = await page.evaluate(listFlaws);
  await page.emulateMedia({ media: "screen" });
  await page.setViewportSize(WIDE.viewport!);
  const found = Object.entries(flaws).filter(([, each]) => each.length > 0);
  assert.deepEqual(found, []);
}

testInBrowser("axe finds no fault with a report of one file", async (browser) => {
  await using folder = await makeTempFolder();
  const out = join(folder.path, "report.html");
  await generateReport(SITE_CONFIG, { out, singleFile: true });
  const site = { folder: folder.path, origin: pathToFileURL(`${folder.path}/`).href };
  await walkSite(browser, site, async ({ open }) => {
    for (const hash of ["", "#/miniature/index.html", "#/miniature/conv1/index.html"]) {
      const page = await open(`report.html${hash}`, { ...WIDE, bypassCSP: true });
      await page.locator("footer").waitFor();
      assert.deepEqual(await findViolations(page), []);
    }
  });
});
