import assert from "node:assert/strict";
import { parseDataScript } from "../../../src/page/files/data_script.ts";

// [what, text, data]
const scripts: readonly [string, string, unknown][] = [
  ["an object", `convatlas("net/conv1/layer", '{"norm": [1, null]}');\n`, { norm: [1, null] }],
  ["a name and a text with brackets", `convatlas("a(b)", '"c)(d"');`, "c)(d"],
  ["a name and a text with quotes", String.raw`convatlas("a\"', b", '"c\\"d\'"');`, `c"d'`],
  ["what JSON and scripts escape", String.raw`convatlas("n", '["\\u2028","\\u003c/script>"]');`, [
    "\u2028",
    "</script>",
  ]],
];

for (const [what, text, data] of scripts) {
  Deno.test(`parseDataScript() parses ${what}`, () => {
    assert.deepEqual(parseDataScript(text), data);
  });
}

Deno.test("parseDataScript() refuses what is more than data", () => {
  assert.throws(() => parseDataScript('convatlas("n", alert(1));'), SyntaxError);
  assert.throws(() => parseDataScript(`convatlas("n", '1'); alert(1);`), SyntaxError);
  assert.throws(() => parseDataScript(`convatlas("n", '1'); alert('1');`), SyntaxError);
});
