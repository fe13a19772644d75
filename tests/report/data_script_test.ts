import assert from "node:assert/strict";
import { writeDataScript } from "../../src/report/data_script.ts";
import { runDataScript } from "../support/report/data_script.ts";

Deno.test("writeDataScript() calls convatlas with the name and the data", () => {
  const script = writeDataScript("net/conv1/layer", { norm: [0.5, null], kind: "edge" });
  assert.equal(script, `convatlas("net/conv1/layer", '{"norm":[0.5,null],"kind":"edge"}');\n`);
});

const hostile = [
  "</script><script>alert(1)</script>",
  "<!-- <script",
  "\u2028\u2029\n\r\0",
  `"'\`\\"); alert(1); ("`,
  "größe 🐈 \ud800",
  "__proto__",
];

for (const text of hostile) {
  Deno.test(`writeDataScript() keeps ${JSON.stringify(text)} a string`, () => {
    const script = writeDataScript(text, { text, [text]: [text] });
    assert.doesNotMatch(script.trimEnd(), /[<\u2028\u2029\n\r]/);
    const { name, data } = runDataScript(script);
    assert.equal(name, text);
    assert.equal((data as { text: string }).text, text);
  });
}
