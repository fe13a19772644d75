/// <reference lib="dom" />
import assert from "node:assert/strict";
import { style } from "../../src/html/assets.ts";
import { testWalk } from "../support/browser/walk.ts";

testWalk(
  "the stylesheet has no selector that a browser drops, and its rule with it",
  async (walk) => {
    const page = await walk.open("index.html");
    const selectors = [...style.replaceAll(/\/\*[^]*?\*\//g, "").matchAll(/[^{};]+(?=\{)/g)]
      .map(([text]) => text.trim())
      .filter((text) => text !== "" && !text.startsWith("@") && !/^(from|to|[\d.]+%)$/.test(text));
    assert.ok(selectors.length > 100);
    // Within :is() a browser drops what it does not know, and keeps the rest.
    const dropped = await page.evaluate((all) =>
      all.filter((selector) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(`${selector} {}`);
        const [rule] = sheet.cssRules as unknown as CSSStyleRule[];
        return rule?.selectorText.split(",").length !== selector.split(",").length ||
          rule.selectorText.includes("()");
      }), selectors);
    assert.deepEqual(dropped, []);
  },
  { served: true },
);
