/// <reference lib="dom" />
import * as esbuild from "esbuild";
import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { findPackages } from "../../build/npm_packages.ts";
import { templatePlugin } from "../../build/template_plugin.ts";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Review } from "../../src/config/review.ts";
import type { ReportReview } from "../../src/report/report_layer.ts";
import { REVIEW_EN } from "../../src/words/en/review_words.ts";
import {
  type Browser,
  testInBrowser,
  type WatchedPage,
  watchPage,
} from "../support/browser/browser.ts";

const words = REVIEW_EN;
const root = new URL("../../", import.meta.url);
const CSP = "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'";

const versioned: readonly ReportReview[] = [
  { kernel: 1, verdict: "fine", note: "", reviewer: null, source: "a.json" },
  { kernel: 1, verdict: "suspicious", note: "<b>a stripe</b>", reviewer: "Ana", source: "b.json" },
];
const about = {
  model: { id: "net", name: "Net", sha256: "0123456789abcdef".repeat(4) },
  layer: { id: "conv1", name: "conv1", pairs: 8, reviews: versioned },
};

// A page that holds nothing but the two parts, under the policy of every page.
async function writePage(): Promise<string> {
  const folder = await Deno.makeTempDir();
  const parts = await Promise.all(["review", "review_tools"].map(readTemplate));
  const html = `<!doctype html><html lang="en"><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CSP}"><title>Review</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="style.css">
<main>${parts.join("")}</main><script src="page.js"></script>`;
  await Deno.writeTextFile(`${folder}/index.html`, html);
  await Deno.writeTextFile(`${folder}/page.js`, await bundleReviews());
  await Deno.copyFile(new URL("assets/style.css", root), `${folder}/style.css`);
  return folder;
}

async function readTemplate(name: string): Promise<string> {
  const text = await Deno.readTextFile(new URL(`templates/review/${name}.hbs`, root));
  return text.replace(/\{\{@root\.words\.review\.(\w+)\}\}/g, (_, key: keyof typeof words) => {
    return String(words[key]);
  });
}

async function bundleReviews(): Promise<string> {
  const contents = `import { createReviews } from "./src/page/review/review.ts";
import { REVIEW_EN } from "./src/words/en/review_words.ts";
const { signal } = new AbortController();
const countPairs = async () => new Map([["conv1", 8], ["conv2", 1000]]);
const told = { words: REVIEW_EN, ...${JSON.stringify(about)} };
const options = { root: document, signal, countPairs, ...told };
globalThis.reviews = createReviews(options);
globalThis.changes = 0;
reviews.onChange(() => changes++);
reviews.show(0);`;
  try {
    const { outputFiles } = await esbuild.build({
      stdin: { contents, loader: "ts", resolveDir: fileURLToPath(root) },
      bundle: true,
      format: "iife",
      plugins: [templatePlugin, await findPackages("src/page/review/review.ts")],
      write: false,
    });
    return outputFiles[0]!.text;
  } finally {
    await esbuild.stop();
  }
}

type Page = WatchedPage["page"];

async function withPage(
  browser: Browser,
  run: (page: Page, folder: string) => Promise<void>,
): Promise<void> {
  const folder = await writePage();
  const origin = pathToFileURL(`${folder}/`).href;
  const { page, faults } = await watchPage(browser, origin);
  await page.goto(`${origin}index.html`);
  await run(page, folder);
  assert.deepEqual(faults, []);
  await Deno.remove(folder, { recursive: true });
}

function show(page: Page, k: number): Promise<void> {
  return page.evaluate((k) => (globalThis as never as { reviews: Shown }).reviews.show(k), k);
}

function listVerdicts(page: Page): Promise<(string | null)[]> {
  return page.evaluate(() => {
    const { reviews } = globalThis as never as { reviews: Shown };
    return [0, 1, 2, 3].map((k) => reviews.verdictOf(k));
  });
}

interface Shown {
  show(k: number): void;
  verdictOf(k: number): string | null;
}

async function exportFile(page: Page): Promise<{ name: string; reviews: Partial<Review>[] }> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: words.export }).click(),
  ]);
  const content = JSON.parse(await Deno.readTextFile((await download.path())!));
  return { name: download.suggestedFilename(), reviews: content.reviews };
}

function importText(page: Page, text: string): Promise<void> {
  const file = { name: "a.json", mimeType: "application/json", buffer: Buffer.from(text) };
  return page.getByLabel(words.import).setInputFiles(file);
}

const told = (page: Page) => page.locator("[data-review-told]");
const count = (page: Page) => page.locator("[data-review-count]");

testInBrowser("a mark with its note is kept in the browser, and exported", async (browser) => {
  await withPage(browser, async (page) => {
    assert.equal(await count(page).textContent(), "1 of 8 reviewed");
    assert(await page.getByLabel(words.note).isDisabled());
    assert(await page.getByRole("button", { name: words.export }).isDisabled());
    await page.getByLabel(words.dead, { exact: true }).check();
    await page.getByLabel(words.note).fill('no map, "at all"\n</script>');
    await show(page, 3);
    await page.getByRole("group", { name: words.titleOf(3) }).waitFor();
    assert.equal(await page.getByLabel(words.note).inputValue(), "");
    assert(await page.getByLabel(words.none).isChecked());
    await page.getByLabel(words.fine, { exact: true }).check();
    await page.reload();
    assert.deepEqual(await listVerdicts(page), ["dead", "suspicious", null, "fine"]);
    assert(await page.getByLabel(words.dead, { exact: true }).isChecked());
    assert.equal(await page.getByLabel(words.note).inputValue(), 'no map, "at all"\n</script>');
    assert.equal(
      await count(page).textContent(),
      "3 of 8 reviewed, 2 of them in this browser",
    );
    const { name, reviews } = await exportFile(page);
    assert.equal(name, "reviews-net.json");
    assert.deepEqual(reviews.map(({ kernel, verdict }) => [kernel, verdict]), [
      [0, "dead"],
      [3, "fine"],
    ]);
  });
});

testInBrowser(
  "a mark goes before the report's reviews, which are shown as text",
  async (browser) => {
    await withPage(browser, async (page) => {
      const listed = page.locator("[data-review-versioned]");
      assert(!await listed.isVisible());
      await show(page, 1);
      assert.deepEqual(await listed.locator("li").allTextContents(), [
        "fine a.json",
        "suspicious <b>a stripe</b> Ana, b.json",
      ]);
      await page.getByLabel(words.fine, { exact: true }).check();
      assert.deepEqual(await listVerdicts(page), [null, "fine", null, null]);
      await page.getByLabel(words.none).check();
      assert.deepEqual(await listVerdicts(page), [null, "suspicious", null, null]);
      assert.equal(
        await page.evaluate(() => (globalThis as never as { changes: number }).changes),
        2,
      );
    });
  },
);

testInBrowser("import merges a file, and tells what it took and refused", async (browser) => {
  await withPage(browser, async (page) => {
    await page.getByLabel(words.fine, { exact: true }).check();
    const entry = { model: "net", layer: "conv1", kernel: 0, verdict: "dead" };
    const reviews = [
      entry,
      { ...entry, kernel: 2, reviewer: "Bo" },
      { ...entry, layer: "conv2", kernel: 900 },
      { ...entry, kernel: 8 },
      { ...entry, model: "<i>vgg</i>" },
      { ...entry, model: "<i>vgg</i>", kernel: 1 },
      { ...entry, verdict: "ok" },
    ];
    await importText(page, JSON.stringify({ format: "convatlas-review", version: 1, reviews }));
    await told(page).locator("li").first().waitFor();
    assert.deepEqual(await told(page).locator("p, li").allTextContents(), [
      "3 marks taken, 1 of them in place of others, 1 of them on other layers.",
      "4 refused:",
      'reviews[6].verdict: found "ok", expected one of "fine", "suspicious", "dead"',
      "kernel 8 of conv1: the layer has 8 kernels",
      "<i>vgg</i>: another model than this one (2 times)",
    ]);
    assert(await page.getByLabel(words.dead, { exact: true }).isChecked());
    assert.deepEqual(await listVerdicts(page), ["dead", "suspicious", "dead", null]);
    assert.equal((await exportFile(page)).reviews.length, 3);
    await importText(page, "no JSON");
    await told(page).getByText(words.notJson).waitFor();
  });
});

testInBrowser("clear asks, and leaves other layers and the report", async (browser) => {
  await withPage(browser, async (page) => {
    const entry = { model: "net", layer: "conv2", kernel: 0, verdict: "dead" };
    const reviews = [entry, { ...entry, layer: "conv1" }];
    await importText(page, JSON.stringify({ format: "convatlas-review", version: 1, reviews }));
    await told(page).getByText("2 marks taken").waitFor();
    const answer = async (how: "accept" | "dismiss"): Promise<void> => {
      page.once("dialog", (dialog) => void dialog[how]());
      await page.getByRole("button", { name: words.clear }).click();
    };
    await answer("dismiss");
    assert.deepEqual(await listVerdicts(page), ["dead", "suspicious", null, null]);
    await answer("accept");
    assert.deepEqual(await listVerdicts(page), [null, "suspicious", null, null]);
    assert.deepEqual((await exportFile(page)).reviews.map(({ layer }) => layer), ["conv2"]);
  });
});

testInBrowser("marks that cannot be read are told", async (browser) => {
  await withPage(browser, async (page) => {
    await page.evaluate((sha256) => {
      const reviews = [{ model: "net", layer: "conv1", kernel: 2, verdict: "fine" }, null];
      const text = JSON.stringify({ format: "convatlas-review", version: 1, reviews });
      localStorage.setItem(`convatlas-review ${sha256}`, text);
    }, about.model.sha256);
    await page.reload();
    assert.deepEqual(await told(page).locator("p, li").allTextContents(), [
      words.damaged,
      "reviews[1]: found null, " +
      "expected an object {model, sha256, layer, kernel, verdict, note, reviewer}",
    ]);
    assert.deepEqual(await listVerdicts(page), [null, "suspicious", "fine", null]);
  });
});

testInBrowser("a mark on another page of the browser is shown at once", async (browser) => {
  await withPage(browser, async (page) => {
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.getByLabel(words.dead, { exact: true }).check();
    await page.getByText("2 of 8 reviewed").waitFor();
    assert.deepEqual(await listVerdicts(page), ["dead", "suspicious", null, null]);
    await show(page, 3);
    await page.getByLabel(words.fine, { exact: true }).check();
    await other.getByText("3 of 8 reviewed").waitFor();
    assert.deepEqual(await listVerdicts(other), ["dead", "suspicious", null, "fine"]);
  });
});

testInBrowser(
  "where storage is forbidden the page says so, and keeps marks while it is open",
  async (browser) => {
    await withPage(browser, async (page) => {
      assert(!await page.getByText(words.unkept).isVisible());
      await page.addInitScript(() => {
        Object.defineProperty(globalThis, "localStorage", {
          get: () => {
            throw new DOMException("denied", "SecurityError");
          },
        });
      });
      await page.reload();
      assert(await page.getByText(words.unkept).isVisible());
      await page.getByLabel(words.dead, { exact: true }).check();
      await show(page, 2);
      await show(page, 0);
      assert(await page.getByLabel(words.dead, { exact: true }).isChecked());
      assert.equal((await exportFile(page)).reviews.length, 1);
    });
  },
);
