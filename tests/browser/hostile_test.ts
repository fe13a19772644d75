/// <reference lib="dom" />
import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, testInBrowser } from "../support/browser/browser.ts";
import { type Setting, walkSite } from "../support/browser/walk.ts";
import {
  hostile,
  makeHostileProject,
  plain,
  writeHostileReport,
} from "../support/program/hostile_project.ts";
import { listTree, type TempFolder } from "../support/temp_folder.ts";

// Names break behind their signs, and a hostile one has more of them.
/** Lists the elements of a page with the names of their attributes, in order. */
function listElements(): string[] {
  return [...document.querySelectorAll(":not(wbr)")].map((element) =>
    [element.tagName, ...element.getAttributeNames().sort()].join(" ")
  );
}

/** Opens every page of a project's report, and gives what is read on each, by its place. */
async function openPages<Found>(
  browser: Browser,
  project: TempFolder,
  { setting, read }: { readonly setting: Setting; readonly read: () => Found },
): Promise<ReadonlyMap<string, Found>> {
  const folder = join(project.path, "dist");
  const site = { folder, origin: pathToFileURL(`${folder}/`).href };
  const found = new Map<string, Found>();
  await walkSite(browser, site, async ({ open }) => {
    for (const path of await listTree(folder)) {
      if (!path.endsWith(".html")) continue;
      const page = await open(path.split("/").map(encodeURIComponent).join("/"), setting);
      const runs = setting.javaScriptEnabled ?? true;
      await page.waitForLoadState(runs ? "networkidle" : "load"); // the script comes behind the page
      found.set(namePlace(path), await page.evaluate(read));
      await page.context().close();
    }
  });
  return found;
}

// A page's path without what stands in names behind their first word.
function namePlace(path: string): string {
  return path.split("/").map((part) => part.endsWith(".html") ? part : part.match(/^[a-z0-9]+/)![0])
    .join("/");
}

testInBrowser("pages show hostile strings as text, and run nothing of them", async (browser) => {
  await using known = await makeHostileProject(plain);
  await using project = await makeHostileProject(hostile);
  for (const each of [known, project]) await writeHostileReport(each);
  const still = { setting: { javaScriptEnabled: false }, read: listElements };
  const expected = await openPages(browser, known, still);
  assert.equal(expected.size, 12); // in two languages
  assert.deepEqual(await openPages(browser, project, still), expected);
  const isHarmed = (): boolean => "harmed" in globalThis;
  const harmed = await openPages(browser, project, { setting: {}, read: isHarmed });
  assert.deepEqual([...harmed.values()], Array(12).fill(false));
});

testInBrowser("a report in one file runs nothing of hostile strings", async (browser) => {
  await using project = await makeHostileProject(hostile);
  await writeHostileReport(project, ["--single-file"]);
  const origin = pathToFileURL(`${project.path}/`).href;
  await walkSite(browser, { folder: project.path, origin }, async ({ open }) => {
    const page = await open("report.html");
    await page.waitForLoadState("load");
    assert.match(await page.title(), /harmed/);
    assert.equal(await page.evaluate(() => "harmed" in globalThis), false);
  });
});
