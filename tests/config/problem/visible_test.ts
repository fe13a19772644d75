import assert from "node:assert/strict";
import { visibleOrder, visibleOrderInJson } from "../../../src/config/problem/visible.ts";

Deno.test("visibleOrderInJson() gives the values that visibleOrder() gives", () => {
  const texts = ["a\u202egpj.exe", "\\u{202e}", "\u2066x\u2069", 'quoted "\u200f"', "plain"];
  assert.deepEqual(
    JSON.parse(visibleOrderInJson(JSON.stringify(texts))),
    texts.map((text) => visibleOrder(text)),
  );
});
