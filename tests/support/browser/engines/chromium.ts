import { chromiumMissing, openBrowser, type Page, watchPage } from "../browser.ts";
import type { Engine, EnginePage, WindowSize } from "./engine.ts";

/** Chromium, which the tests of a file share. */
export const CHROMIUM: Engine = {
  name: "Chromium",
  missing: chromiumMissing,
  tellsFaults: true,
  start: async () => {
    const browser = await openBrowser();
    return {
      openPage: async (origin, viewport) => {
        const options = { viewport, locale: "en-GB" };
        const { page, faults } = await watchPage(browser, origin, options);
        return wrapPage(page, faults);
      },
      close: () => browser.close(),
    };
  },
};

function wrapPage(page: Page, faults: readonly string[]): EnginePage {
  return {
    open: async (url) => void await page.goto(url),
    back: async () => void await page.goBack(),
    evaluate: (run, ...args) => page.evaluate(`(${run})(...${JSON.stringify(args)})`),
    click: (selector) => page.click(selector),
    type: (selector, text) => page.locator(selector).pressSequentially(text),
    press: (key) => page.keyboard.press(key),
    choose: async (selector, value) => void await page.selectOption(selector, value),
    draw: () => page.screenshot(),
    resize: (size: WindowSize) => page.setViewportSize(size),
    listFaults: () => Promise.resolve(faults),
    [Symbol.asyncDispose]: () => page.context().close(),
  };
}
