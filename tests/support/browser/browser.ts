import { existsSync } from "node:fs";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

// Where Linux, macOS and Windows usually have a Chromium.
const USUAL_PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export type { Browser, Page };

const named = Deno.env.get("CHROME_PATH");
const executablePath = named ?? USUAL_PLACES.find((place) => existsSync(place));

/** What a browser lacks on this machine; null where one runs. */
export const chromiumMissing = executablePath === undefined
  ? "no Chromium found, CHROME_PATH names one"
  : null;

/** A browser page and what went wrong on it. */
export interface WatchedPage {
  readonly page: Page;
  /** Console errors, page errors, failed requests and requests to elsewhere. */
  readonly faults: string[];
}

let opened: Promise<Browser> | null = null;

/** Opens the browser of a file's tests: starting one takes longer than most tests. */
export function openBrowser(): Promise<Browser> {
  if (executablePath === undefined) throw new Error("Cannot open a browser: none is found");
  return opened ??= chromium.launch({ executablePath, args: FLAGS });
}

Deno.test.afterAll(async () => {
  await (await opened)?.close();
});

/**
 * Registers a test that needs a browser, which all tests of a file share, or says in a line that
 * it is skipped; in CI it runs, and fails without one.
 */
export function testInBrowser(
  name: string,
  run: (browser: Browser, t: Deno.TestContext) => Promise<void>,
): void {
  const skipped = chromiumMissing !== null && Deno.env.get("CI") === undefined;
  const note = skipped ? ` (skipped: ${chromiumMissing})` : "";
  Deno.test({
    name: `${name}${note}`,
    ignore: skipped,
    sanitizeOps: false, // the browser's process is playwright's own affair
    sanitizeResources: false,
    fn: async (t) => {
      const browser = await openBrowser();
      try {
        await run(browser, t);
      } finally {
        for (const context of browser.contexts()) await context.close();
      }
    },
  });
}

/** Opens a page on which every request but those of `origin` is refused and noted. */
export async function watchPage(
  browser: Browser,
  origin: string,
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<WatchedPage> {
  const context = await browser.newContext(options);
  const faults: string[] = [];
  await refuseElsewhere(context, origin, faults);
  const page = await context.newPage();
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`page: ${error.message}`));
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText;
    if (reason === "net::ERR_ABORTED") return; // the page was left before a picture had come
    faults.push(`failed: ${request.url()}: ${reason}`);
  });
  return { page, faults };
}

async function refuseElsewhere(
  context: BrowserContext,
  origin: string,
  faults: string[],
): Promise<void> {
  await context.route("**/*", async (route) => {
    const url = route.request().url();
    if (url.startsWith(origin) || url.startsWith("data:")) return await route.continue();
    faults.push(`elsewhere: ${url}`);
    await route.abort();
  });
}
