import assert from "node:assert/strict";
import { type Browser, type Page, testInBrowser, watchPage } from "./browser.ts";
import { serveSite, type Site, writeSite } from "../report/site.ts";

/** How a browser is set: its language, the size of its window, whether scripts run. */
export type Setting = NonNullable<Parameters<Browser["newContext"]>[0]>;

/** A walk through the pages of a report. */
export interface Walk {
  /** The report, which all walks of a file share. */
  readonly site: Site;
  /** Opens a page by its path from the report's folder, in a browser without memory. */
  open(path: string, setting?: Setting): Promise<Page>;
}

let written: Promise<Site> | null = null;

Deno.test.afterAll(async () => {
  if (written) await Deno.remove((await written).folder, { recursive: true });
});

/** Opens the report that all walks of a file share; it is written when it is first asked for. */
export function openSharedSite(): Promise<Site> {
  return written ??= writeSite();
}

/**
 * Registers a walk through a report, from its files with the network blocked, and under a path of a
 * server where it is told to, since files are more easily missed there. It fails too where any page has
 * an error, misses a file or asks for anything elsewhere.
 */
export function testWalk(
  name: string,
  walk: (walk: Walk) => Promise<void>,
  { served: everywhere = false }: { readonly served?: boolean } = {},
): void {
  testInBrowser(name, async (browser, t) => {
    const site = await openSharedSite();
    await t.step("from files", () => walkSite(browser, site, walk));
    if (!everywhere) return;
    await t.step("under a path of a server", async () => {
      await using served = serveSite(site);
      await walkSite(browser, served, walk);
    });
  });
}

/** Walks through a site, and checks at the end that nothing went wrong on the way. */
export async function walkSite(
  browser: Browser,
  site: Site,
  walk: (walk: Walk) => Promise<void>,
): Promise<void> {
  const faults: string[][] = [];
  await walk({
    site,
    open: async (path, setting = {}) => {
      const watched = await watchPage(browser, site.origin, {
        locale: "en-GB",
        viewport: { width: 1440, height: 1000 },
        ...setting,
      });
      faults.push(watched.faults);
      await watched.page.goto(site.origin + path);
      return watched.page;
    },
  });
  assert.deepEqual(faults.flat(), []);
}
