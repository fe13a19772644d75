import assert from "node:assert/strict";
import { waitForPair } from "../support/browser/layer_walk.ts";
import { pathToFileURL } from "node:url";
import { generateReport } from "../../mod.ts";
import { testInBrowser } from "../support/browser/browser.ts";
import { type Walk, walkSite } from "../support/browser/walk.ts";
import { encodePlantedModel } from "../support/model/planted_model.ts";
import { joinPlanted } from "../support/model/planted_kinds.ts";
import { makeTempFolder } from "../support/temp_folder.ts";

const KINDS = ["never-on", "mergeable", "one-blur", "copies-input", "border"] as const;

testInBrowser(
  "what is odd leads to its pair, in any browser, and is ticked",
  async (browser, t) => {
    await using folder = await makeTempFolder();
    const [path, out] = [`${folder.path}/planted.onnx`, `${folder.path}/site`];
    await Deno.writeFile(path, encodePlantedModel(joinPlanted(KINDS)));
    const models = [{ path, preprocess: "inception" }];
    const images = ["fixtures/scenes/beach.png"];
    await generateReport({ models, images, tuning: false, experiments: false }, { out });
    const site = { folder: out, origin: pathToFileURL(`${out}/`).href };
    await t.step("by its link, and a tick stays", () => walkSite(browser, site, tickAndFollow));
    await t.step("without script, on a phone", () => walkSite(browser, site, readWithoutScript));
  },
);

async function tickAndFollow({ open, site }: Walk): Promise<void> {
  const page = await open("planted/index.html");
  const card = page.locator("[data-oddity]").first();
  const tick = card.locator("[data-seen]");
  await tick.waitFor();
  await tick.check();
  await page.locator("[data-oddity].is-seen").waitFor();
  await page.goto(`${site.origin}index.html`);
  await page.locator("[data-oddity].is-seen [data-seen]:checked").waitFor();
  await page.getByRole("link", { name: "All 5 findings" }).click();
  await page.locator("[data-oddity]").nth(4).locator(".acts a").waitFor(); // unfolded
  await page.goBack();
  const first = page.locator("[data-oddity]").first();
  const id = await first.getAttribute("data-oddity");
  const link = first.locator(".acts a");
  const [, k = ""] = /k=(\d+)/.exec((await link.getAttribute("href"))!) ?? [];
  await link.focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(new RegExp(`/${id!.split("/")[0]}/index\\.html`));
  await waitForPair(page, Number(k));
}

async function readWithoutScript({ open }: Walk): Promise<void> {
  const viewport = { width: 320, height: 700 };
  const page = await open("planted/index.html", { javaScriptEnabled: false, viewport });
  const cards = page.locator("[data-oddity]");
  const last = cards.nth(4);
  assert.deepEqual([await cards.count(), await last.isVisible()], [5, false]);
  await page.emulateMedia({ media: "print" });
  await last.waitFor();
  await page.emulateMedia({ media: "screen" });
  await page.locator(".more-odd summary").click();
  await last.waitFor();
  assert.match(await cards.first().locator("p").first().innerText(), /\w.*\.$/);
  assert.equal(await page.locator("[data-seen]:visible").count(), 0);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert(wide <= viewport.width, `${wide} px wide`);
}
