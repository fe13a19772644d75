import assert from "node:assert/strict";
import { decodeBase64 } from "../../src/tensor/base64.ts";

Deno.test("decodeBase64() gives back every byte, whatever the length", () => {
  for (const length of [0, 1, 2, 3, 4, 63, 64, 65, 70_003]) {
    const bytes = Uint8Array.from({ length }, (_, i) => i * 7 + (i >> 8));
    assert.deepEqual(decodeBase64(bytes.toBase64()), bytes);
    assert.deepEqual(decodeBase64(bytes.toBase64({ omitPadding: true })), bytes);
  }
});

for (const text of ["A", "no base64!"]) {
  Deno.test(`decodeBase64() refuses ${JSON.stringify(text)}`, () => {
    assert.throws(() => decodeBase64(text), SyntaxError);
  });
}
