import { existsSync } from "node:fs";
import puppeteer, { type Browser, type KeyInput, type Page } from "puppeteer-core";
import type { Engine, EnginePage, WindowSize } from "./engine.ts";

// Where Linux, macOS and Windows usually have a Firefox.
const USUAL_PLACES = [
  "/usr/bin/firefox-esr",
  "/usr/bin/firefox",
  "/Applications/Firefox.app/Contents/MacOS/firefox",
  "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
];

const executablePath = Deno.env.get("FIREFOX_PATH") ??
  USUAL_PLACES.find((place) => existsSync(place));

/** Firefox, driven by WebDriver BiDi. */
export const FIREFOX: Engine = {
  name: "Firefox",
  missing: executablePath === undefined ? "no Firefox found, FIREFOX_PATH names one" : null,
  tellsFaults: true,
  start: async () => {
    if (executablePath === undefined) throw new Error("Cannot start Firefox: none is found");
    const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true });
    return {
      openPage: (origin, size) => openPage(browser, origin, size),
      close: () => browser.close(),
    };
  },
};

async function openPage(browser: Browser, origin: string, size: WindowSize): Promise<EnginePage> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport(size);
  const faults = watchFaults(page, origin);
  const find = async (selector: string) => (await page.waitForSelector(selector))!;
  return {
    open: async (url) => void await page.goto(url),
    back: async () => void await page.evaluate("history.back()"), // goBack() may wait for good
    evaluate: async (run, ...args) =>
      await page.evaluate(`(${run})(...${JSON.stringify(args)})`) as never,
    click: async (selector) => await (await find(selector)).click(),
    type: async (selector, text) => await (await find(selector)).type(text),
    press: (key) => page.keyboard.press(key as KeyInput),
    choose: async (selector, value) => void await (await find(selector)).select(value),
    draw: () => page.screenshot(),
    resize: (size) => page.setViewport(size),
    listFaults: () => Promise.resolve(faults),
    [Symbol.asyncDispose]: () => context.close(),
  };
}

function watchFaults(page: Page, origin: string): readonly string[] {
  const faults: string[] = [];
  page.on("console", (message) => {
    if (["error", "warn"].includes(message.type())) faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`page: ${error}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(data|blob):/.test(url)) faults.push(`elsewhere: ${url}`);
  });
  return faults;
}
