import assert from "node:assert/strict";
import { CHROMIUM } from "./engines/chromium.ts";
import type { Engine, EnginePage, RunningEngine, WindowSize } from "./engines/engine.ts";
import { FIREFOX } from "./engines/firefox.ts";
import { WEBKIT } from "./engines/webkit.ts";
import { serveSite, type Site } from "../report/site.ts";

/** A walk through the pages of a report in one of the engines. */
export interface EngineWalk {
  readonly site: Site;
  /** Opens a page by its path from the report's folder, in a browser without memory. */
  open(path: string, size?: WindowSize): Promise<EnginePage>;
}

const ENGINES: readonly Engine[] = [CHROMIUM, FIREFOX, WEBKIT];

const started = new Map<Engine, Promise<RunningEngine>>();

Deno.test.afterAll(async () => {
  for (const running of started.values()) await (await running).close();
});

/**
 * Registers a walk in every engine, or says in a line which is not there; in CI all must be. It goes
 * through the files of a report, and under a path of a server where it is told to, or where the
 * engine tells of no errors else. It fails too where a page has one or asks for anything elsewhere.
 */
export function testInEngines(
  name: string,
  openSite: () => Promise<Site>,
  walk: (walk: EngineWalk) => Promise<void>,
  { served: everywhere = false }: { readonly served?: boolean } = {},
): void {
  for (const engine of ENGINES) {
    const skipped = engine.missing !== null && Deno.env.get("CI") === undefined;
    const note = skipped ? ` (skipped: ${engine.missing})` : "";
    Deno.test({
      name: `${name}, in ${engine.name}${note}`,
      ignore: skipped,
      sanitizeOps: false, // the engine runs until the last test of the file
      sanitizeResources: false,
      fn: async (t) => {
        const [running, site] = [await startOnce(engine), await openSite()];
        await t.step("from files", () => walkSite(running, site, walk));
        if (!everywhere && engine.tellsFaults) return;
        await t.step("under a path of a server", async () => {
          await using served = serveSite(site, { watched: true });
          await walkSite(running, served, walk);
        });
      },
    });
  }
}

function startOnce(engine: Engine): Promise<RunningEngine> {
  assert.equal(engine.missing, null);
  const running = started.get(engine) ?? engine.start();
  started.set(engine, running);
  return running;
}

const DESKTOP: WindowSize = { width: 1440, height: 1000 };

async function walkSite(
  { openPage }: RunningEngine,
  site: Site,
  walk: (walk: EngineWalk) => Promise<void>,
): Promise<void> {
  const pages: EnginePage[] = [];
  try {
    await walk({
      site,
      open: async (path, size = DESKTOP) => {
        const page = await openPage(site.origin, size);
        pages.push(page);
        await page.open(site.origin + path);
        return page;
      },
    });
    for (const page of pages) assert.deepEqual(await page.listFaults(), []);
  } finally {
    for (const page of pages) await page[Symbol.asyncDispose]();
  }
}

// Far longer than anything takes on a machine with other work.
const LONGEST = 30_000; // milliseconds

/** Waits until a function on the page gives what is true, and gives it. */
export async function until<Args extends readonly unknown[], Result>(
  page: EnginePage,
  run: (...args: Args) => Result,
  ...args: Args
): Promise<NonNullable<Awaited<Result>>> {
  const end = Date.now() + LONGEST;
  let cause: unknown; // a page that is just left has an error of its own
  while (Date.now() < end) {
    const result = await page.evaluate(run, ...args).catch((error) => void (cause = error));
    if (result) return result;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const state = await page.evaluate(() => `${location.href} is ${document.readyState}`);
  throw new Error(`Cannot wait for "${run}" of ${JSON.stringify(args)}: ${state}`, { cause });
}
