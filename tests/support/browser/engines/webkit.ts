import { existsSync } from "node:fs";
import { hasDisplay, openDisplay } from "./display.ts";
import type { Engine, EnginePage, RunningEngine, WindowSize } from "./engine.ts";
import { openSession, type Session } from "./web_driver.ts";

const DRIVER = "/usr/bin/WebKitWebDriver";

/** WebKit as GNOME has it, driven by WebDriver; its windows need a screen. */
export const WEBKIT: Engine = {
  name: "WebKit",
  missing: existsSync(DRIVER) && hasDisplay ? null : `no ${DRIVER} or no Xvfb found`,
  tellsFaults: false,
  start: startDriver,
};

async function startDriver(): Promise<RunningEngine> {
  const display = await openDisplay();
  const port = findPort();
  const driver = new Deno.Command(DRIVER, {
    args: [`--port=${port}`],
    env: {
      DISPLAY: display.name,
      GDK_BACKEND: "x11",
      NO_AT_BRIDGE: "1", // no bus for screen readers
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1", // root has no sandbox; the pages are our own
    },
    stdout: "null",
    stderr: "null",
  }).spawn();
  const session = await openSession(`http://127.0.0.1:${port}`);
  return {
    openPage: async (origin, size) => {
      const page = wrapSession(session, origin);
      await page.resize(size);
      return page;
    },
    close: async () => {
      driver.kill();
      await driver.status;
      await display[Symbol.asyncDispose](); // and with it the browser
    },
  };
}

function findPort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}

function wrapSession(session: Session, origin: string): EnginePage {
  const { send, find } = session;
  const evaluate: EnginePage["evaluate"] = async (run, ...args) =>
    await send("POST", "execute/sync", {
      script: `return (${run})(...arguments)`,
      args,
    }) as never;
  const click = async (selector: string): Promise<void> => {
    await send("POST", `element/${await find(selector)}/click`);
  };
  return {
    open: (url) => openUrl(session, evaluate, url),
    back: async () => void await send("POST", "back"),
    evaluate,
    click,
    type: async (selector, text) => {
      await send("POST", `element/${await find(selector)}/value`, { text });
    },
    press: async (key) => void await send("POST", "actions", { actions: [pressKey(key)] }),
    choose: (selector, value) => click(`${selector} option[value="${value}"]`),
    draw: async () => Uint8Array.fromBase64(await send("GET", "screenshot") as string),
    resize: (size) => resizeWindow(send, evaluate, size),
    listFaults: () => evaluate(listFaults, origin),
    [Symbol.asyncDispose]: async () => {
      await evaluate(forget);
      await openUrl(session, evaluate, "about:blank");
    },
  };
}

// One browser serves all pages: a second one, opened while the first still closes, now and then
// never comes.
function forget(): void {
  localStorage.clear();
  sessionStorage.clear();
}

// A driver that waits for pages itself now and then does so for good.
async function openUrl(
  { send }: Session,
  evaluate: EnginePage["evaluate"],
  url: string,
): Promise<void> {
  await evaluate(markLeft, url);
  await send("POST", "url", { url });
  const end = Date.now() + LONGEST_LOAD;
  while (!await evaluate(isOpen, url).catch(() => false)) {
    if (Date.now() > end) throw new Error(`Cannot open page "${url}": it does not load`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const LONGEST_LOAD = 60_000; // milliseconds

// A document stays where only the hash changes.
function markLeft(url: string): void {
  const [own] = location.href.split("#");
  if (!url.startsWith(`${own}#`)) Object.assign(globalThis, { left: true });
}

function isOpen(url: string): boolean {
  return location.href.startsWith(url) && document.readyState === "complete" &&
    !("left" in globalThis);
}

// The driver tells nothing of the console: faults are those that a served page has kept itself.
function listFaults(origin: string): readonly string[] {
  const asked = performance.getEntriesByType("resource").map(({ name }) => name);
  const elsewhere = asked.filter((url) => !url.startsWith(origin) && !/^(data|blob):/.test(url));
  return [...JSON.parse(sessionStorage.getItem("faults") ?? "[]"), ...elsewhere];
}

// The window has a bar of tools, and no less than its width.
async function resizeWindow(
  send: Session["send"],
  evaluate: EnginePage["evaluate"],
  { width, height }: WindowSize,
): Promise<void> {
  await send("POST", "window/rect", { width, height });
  const bar = await evaluate(() => outerHeight - innerHeight);
  await send("POST", "window/rect", { width, height: height + bar });
}

// By the codes of the standard.
const KEYS: Readonly<Record<string, string>> = {
  Tab: "\uE004",
  Enter: "\uE007",
  Escape: "\uE00C",
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
};

function pressKey(key: string): object {
  const value = KEYS[key] ?? key;
  const actions = ["keyDown", "keyUp"].map((type) => ({ type, value }));
  return { type: "key", id: "keyboard", actions };
}
