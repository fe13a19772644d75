import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { inflateRawSync } from "node:zlib";
import { deflateText, readDataScript, writeDataScript } from "../../src/report/data_script.ts";
import { createRandom } from "../support/random.ts";
import { decodeScript, runDataScript } from "../support/report/data_script.ts";

const data = new TextEncoder().encode('{"norm":[0.5,null],"kind":"edge"}');

for (const kind of ["text", "numbers"] as const) {
  Deno.test(`writeDataScript() calls convatlas with the name and the bytes of ${kind}`, () => {
    const script = writeDataScript("net/conv1/layer", data, kind);
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

const random = createRandom(7);
const NUMBERS = JSON.stringify([...random.floats(50_000)].map((value) => Math.fround(value)));

// [how, the SHA-256 of what it makes of the numbers, which no runtime may change]
const forms: readonly ["quick" | "small", string][] = [
  ["quick", "f54c1ebe39d7adfea76293f56b573b276bea9636a190e24cdc4161c7978ffb34"],
  ["small", "a2edd0674e61b42b71401f8a97dabd10bd728c8aa8b55dcef2d346319a9415b5"],
];

for (const [how, hash] of forms) {
  Deno.test(`deflateText() gives ${how} bytes that any inflater reads, the same on all runtimes`, () => {
    for (const text of ["", "a", "{}".repeat(1000), NUMBERS]) {
      const bytes = new TextEncoder().encode(text);
      assert.equal(new TextDecoder().decode(inflateRawSync(deflateText(bytes, how))), text);
    }
    const deflated = deflateText(new TextEncoder().encode(NUMBERS), how);
    assert.equal(createHash("sha256").update(deflated).digest("hex"), hash);
  });
}

Deno.test("deflateText() makes less of a text where it may take longer", () => {
  const bytes = new TextEncoder().encode(NUMBERS);
  assert(deflateText(bytes, "small").length < deflateText(bytes, "quick").length);
});
