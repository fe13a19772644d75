/// <reference lib="dom" />
import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { findViolations } from "../support/browser/axe.ts";
import { testInBrowser } from "../support/browser/browser.ts";
import { listShown, readHash, waitForPair, waitForStart } from "../support/browser/layer_walk.ts";
import { type Walk, walkSite } from "../support/browser/walk.ts";
import { SEEING } from "../support/dataset/seeing_model.ts";
import { makeSeeingProject } from "../support/dataset/seeing_project.ts";
import { runCommand } from "../support/program/command.ts";
import { serveSite } from "../support/report/site.ts";

const PAGE = "seeing/first/index.html";
const { disc, stripes } = SEEING.first;
const SCENES = 12; // a label

testInBrowser(
  "what kernels answer to in a dataset is read, searched and opened",
  async (browser) => {
    await using folder = await makeSeeingProject(SCENES, { experiments: false, tuning: false });
    const { code, stderr } = await runCommand(["report", "--quiet"], folder.path);
    assert.equal(code, 0, stderr);
    const out = join(folder.path, "dist");
    const site = { folder: out, origin: pathToFileURL(`${out}/`).href };
    await walkSite(browser, site, walkPanel);
    await walkSite(browser, site, walkWall);
    await using served = serveSite(site);
    await walkSite(browser, served, walkStill);
  },
);

async function walkPanel({ open }: Walk): Promise<void> {
  const page = await open(`${PAGE}#k=${disc}`);
  await waitForStart(page);
  const panel = page.locator("[data-in-dataset]");
  await panel.getByText("Excited most by").waitFor();
  const label = panel.getByRole("row").first();
  assert.match(await label.innerText(), /^disc\s+(1\.00|0\.9\d)/);
  const patches = panel.locator("[data-photo-of=strongest]");
  assert.equal(await patches.count(), SCENES); // it is off on all others
  await patches.first().focus();
  await page.keyboard.press("Enter");
  const box = page.locator("[data-dataset-photo]");
  await box.getByText("set/disc/").waitFor();
  assert.equal(await box.locator(".seen > rect").count(), 2);
  assert.deepEqual(await findViolations(page), []);
  await page.keyboard.press("Escape");
  await box.waitFor({ state: "hidden" });
  assert.ok(await patches.first().evaluate((button) => button === document.activeElement));
}

async function walkWall({ open }: Walk): Promise<void> {
  const page = await open(`${PAGE}#sort=auc`);
  await waitForStart(page);
  const rows = page.locator("[data-wall] > li");
  const names = () => rows.locator("b").allInnerTexts();
  await rows.first().getByText(new RegExp(`^Pair (${disc}|${stripes})$`)).waitFor(); // in their order
  const shown = await listShown(page);
  assert.deepEqual(new Set(shown.slice(0, 2)), new Set([disc, stripes]));
  assert.deepEqual(await names(), shown.map((k) => `Pair ${k}`));
  await page.locator('[name="q"]').fill("label:disc on>0.001");
  await page.getByText(/^1 of 8 shown/).waitFor();
  assert.deepEqual(await listShown(page), [disc]);
  await page.waitForFunction(() => document.querySelectorAll("[data-wall] > li").length === 1);
  assert.deepEqual(await names(), [`Pair ${disc}`]);
  await page.locator('[name="q"]').fill("label:stripes");
  await page.waitForFunction(
    (name) => document.querySelector("[data-wall]")!.textContent!.includes(name),
    `Pair ${stripes}`,
  );
  await rows.first().getByRole("link").click();
  await waitForPair(page, stripes);
  assert.equal((await readHash(page)).k, String(stripes));
}

async function walkStill({ open }: Walk): Promise<void> {
  const page = await open(PAGE, { javaScriptEnabled: false });
  const rows = page.locator("[data-wall] > li");
  assert.equal(await rows.count(), 8);
  assert.match(await rows.nth(disc).innerText(), /; disc (1\.00|0\.9\d)/);
  const overview = await open("index.html", { javaScriptEnabled: false });
  await overview.getByText("What excites kernels most in").waitFor();
  await overview.getByText("3 labels").waitFor();
}
