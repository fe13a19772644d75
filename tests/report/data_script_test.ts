import assert from "node:assert/strict";
import { inflateRawSync } from "node:zlib";
import { readDataScript, writeDataScript } from "../../src/report/data_script.ts";
import { decodeScript, runDataScript } from "../support/report/data_script.ts";

const data = new TextEncoder().encode('{"norm":[0.5,null],"kind":"edge"}');

for (const  of of["text", "numbers"] as const) {
  Deno.test(`writeDataScript() calls convatlas with the name and the bytes of ${of}`, () => {
    const script = writeDataScript("net/conv1/layer", data, of);
    assert.match(
      decodeScript(script),
      /^convatlas\("net\/conv1\/layer",'[\u0060-\ud7ff\ue000-\uffff]+',\d+\);\n$/,
    );
    assert.deepEqual(runDataScript(script), { name: "net/conv1/layer", bytes: data });
  });
}

const hostile = [
  "</script><script>alert(1)</script>",
  "<!-- <script",
  "\u2028\u2029\n\r\0",
  `"'\`\\"); alert(1); ("`,
  "größe 🐈 \ud800",
  "__proto__",
];

for (const name of hostile) {
  Deno.test(`writeDataScript() keeps ${JSON.stringify(name)} a name`, () => {
    const script = writeDataScript(name, data, "text");
    assert.doesNotMatch(decodeScript(script).trimEnd(), /[<\u2028\u2029\n\r]/);
    assert.equal(runDataScript(script).name, name);
    assert.deepEqual(new Uint8Array(inflateRawSync(readDataScript(script))), data);
  });
}

Deno.test("readDataScript() refuses what is more than data", () => {
  const encode = (text: string) =>
    new Uint8Array(Uint16Array.from(text, (c) => c.charCodeAt(0)).buffer);
  for (const text of ['convatlas("n",alert(1));\n', `convatlas("n",'',0); alert('1');\n`, "{}"]) {
    assert.throws(() => readDataScript(encode(text)), SyntaxError);
  }
});
