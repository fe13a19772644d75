/// <reference lib="dom" />
import type { Browser, CDPSession, Page } from "playwright-core";

/** What was measured of a page: figures with their units, by name. */
export type PageFigures = Readonly<Record<string, string>>;

/** Measures how quick the page of a layer is; each act is the median of ten. */
export async function measurePage(browser: Browser, url: string): Promise<PageFigures> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
  const page = await context.newPage();
  const loads: Load[] = [];
  await page.addInitScript(watchLoad);
  for (let i = 0; i < LOADS; i++) loads.push(await measureLoad(page, url));
  const bytes = loads.at(-1)!.bytes;
  const memory = await measureMemory(page);
  const acts: Record<string, string> = {};
  for (const [name, act] of Object.entries(ACTS)) acts[name] = await measureAct(page, act);
  const after = await measureMemory(page);
  await context.close();
  const median = (pick: (load: Load) => number) => findMedian(loads.map(pick));
  return {
    "first paint": formatTime(median(({ paint }) => paint)),
    "document parsed": formatTime(median(({ parsed }) => parsed)),
    "interactive, pair shown": formatTime(median(({ shown }) => shown)),
    "longest task": formatTime(median(({ longest }) => longest)),
    ...acts,
    "heap, loaded": formatBytes(memory.heap),
    "heap, after all of these": formatBytes(after.heap),
    "nodes": String(memory.nodes),
    ...bytes,
  };
}

const LOADS = 3;
const TIMES = 10;

interface Load {
  readonly paint: number;
  readonly parsed: number;
  readonly shown: number;
  readonly longest: number;
  readonly bytes: PageFigures;
}

// Notes when the panel shows its pair on a painted page, and the longest task.
function watchLoad(): void {
  const told = { shown: 0, longest: 0 };
  Object.assign(globalThis, { told });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) told.longest = Math.max(told.longest, duration);
  }).observe({ type: "longtask", buffered: true });
  const observer = new MutationObserver(() => {
    if (!document.querySelector('[data-out="title"]')?.textContent) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => told.shown = performance.now();
      port2.postMessage(null);
    });
  });
  observer.observe(document, { subtree: true, childList: true, characterData: true });
}

async function measureLoad(page: Page, url: string): Promise<Load> {
  const sizes: Record<string, number> = {};
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Network.enable");
  const kinds = new Map<string, string>();
  cdp.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
  cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? "Other";
    sizes[kind] = (sizes[kind] ?? 0) + encodedDataLength;
    counts[kind] = (counts[kind] ?? 0) + 1;
  });
  const counts: Record<string, number> = {};
  await page.goto("about:blank");
  await page.goto(url);
  await page.waitForFunction(() => (globalThis as unknown as Told).told.shown > 0);
  await page.waitForTimeout(1000);
  const load = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType("navigation");
    const paint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0;
    const { shown, longest } = (globalThis as unknown as Told).told;
    const parsed = (navigation as PerformanceNavigationTiming).domInteractive;
    return { paint, parsed, shown, longest };
  });
  await cdp.detach();
  const bytes = Object.fromEntries(
    Object.entries(sizes).sort().map(([kind, size]) => [
      `${kind.toLowerCase()}s`,
      `${counts[kind]} of ${formatBytes(size)}`,
    ]),
  );
  return { ...load, bytes };
}

interface Told {
  readonly told: { readonly shown: number; readonly longest: number };
}

async function measureMemory(
  page: Page,
): Promise<{ readonly heap: number; readonly nodes: number }> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("HeapProfiler.collectGarbage");
  const { usedSize } = await cdp.send("Runtime.getHeapUsage");
  const { nodes } = await cdp.send("Memory.getDOMCounters");
  await cdp.detach();
  return { heap: usedSize, nodes };
}

/** A change of a control: its selector, and the values that it takes in turn. */
export interface Act {
  readonly on: string;
  readonly event: "change" | "input";
  readonly values: readonly string[];
}

// A change of a radio button or of a box is told by its own value: it is clicked.
const ACTS: Readonly<Record<string, Act | string>> = {
  "sort": { on: 'select[name="sort"]', event: "change", values: ["norm", "mapMean"] },
  "reverse": '[data-do="reverse"]',
  "filter by class": '[name="class"]:enabled',
  "search": { on: '[name="q"]', event: "input", values: ["norm>0.5 !dead", "mapMean>0", ""] },
  "photo": '[name="photo"]',
  "scale": '[name="scale"]',
  "colour map": { on: '[name="colours"]', event: "change", values: ["viridis", "signed", "grey"] },
  "before and after": '[name="stage"]',
  "size": '[name="size"]',
  "next pair": '[data-do="next"]',
};

/**
 * Measures an act: the median by the clock, and in brackets the processor's time, as the machine may
 * have other work; the act is a change of a control, or a click on what a selector finds.
 */
export async function measureAct(page: Page, act: Act | string): Promise<string> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  const before = await readThreadTime(cdp);
  const times = await page.evaluate(runAct, { act, times: TIMES });
  const busy = (await readThreadTime(cdp) - before) / times.length;
  await cdp.detach();
  if (times.length === 0) return "";
  return `${formatTime(findMedian(times))} (${formatTime(busy)})`;
}

/** Reads how long the main thread of a page has been busy, in milliseconds. */
export async function readThreadTime(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send("Performance.getMetrics");
  return 1000 * (metrics.find(({ name }) => name === "ThreadTime")?.value ?? 0);
}

// From the event to the end of the next painted frame.
async function runAct(
  { act, times }: { readonly act: Act | string; readonly times: number },
): Promise<readonly number[]> {
  const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 150));
  const painted = (): Promise<void> =>
    new Promise((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve();
        port2.postMessage(null);
      })
    );
  const targets = document.querySelectorAll<HTMLInputElement>(
    typeof act === "string" ? act : act.on,
  );
  const taken: number[] = [];
  for (let i = 0; i < times && targets.length > 0; i++) {
    await rest();
    const from = performance.now();
    if (typeof act === "string") {
      targets[(i + 1) % targets.length]!.click();
    } else {
      targets[0]!.value = act.values[i % act.values.length]!;
      targets[0]!.dispatchEvent(new Event(act.event, { bubbles: true }));
    }
    await painted();
    taken.push(performance.now() - from);
  }
  return taken;
}

function findMedian(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.floor(middle - 0.5)]! + sorted[Math.floor(middle)]!) / 2;
}

function formatTime(milliseconds: number): string {
  return `${milliseconds.toFixed(0)} ms`;
}

function formatBytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(2)} MB`;
}
