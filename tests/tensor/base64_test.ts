import assert from "node:assert/strict";
import { decodeBase64, encodeBase64 } from "../../src/tensor/base64.ts";
import { createRandom } from "../support/random.ts";

function bitsOf(data: Float32Array): number[] {
  return [...new Uint32Array(data.buffer, data.byteOffset, data.length)];
}

Deno.test("encodeBase64() writes little-endian float32", () => {
  // 1 is 00 00 80 3f, -2.5 is 00 00 20 c0
  assert.equal(encodeBase64(Float32Array.of(1, -2.5)), btoa("\x00\x00\x80\x3f\x00\x00\x20\xc0"));
  assert.equal(encodeBase64(new Float32Array(0)), "");
});

Deno.test("decodeBase64() gives back every bit, also of NaN, infinities, -0 and the smallest", () => {
  const quiet = new Float32Array(Uint32Array.of(0x7fc00001, 0xffc12345).buffer); // NaN with a payload
  const special = Float32Array.of(NaN, Infinity, -Infinity, -0, 0, 2 ** -149, -(2 ** -149));
  for (const data of [quiet, special]) {
    assert.deepEqual(bitsOf(decodeBase64(encodeBase64(data))), bitsOf(data));
  }
});

Deno.test("decodeBase64() gives back every bit, whatever the length", () => {
  const random = createRandom(41);
  for (const length of [0, 1, 2, 3, 4, 5, 63, 64, 65, 100_003]) {
    const data = random.floats(length, -1e3, 1e3);
    assert.deepEqual(bitsOf(decodeBase64(encodeBase64(data))), bitsOf(data));
  }
});

Deno.test("encodeBase64() of a part holds the part alone", () => {
  const whole = Float32Array.of(1, 2, 3, 4);
  assert.deepEqual(decodeBase64(encodeBase64(whole.subarray(1, 3))), Float32Array.of(2, 3));
});

for (const text of ["AAAA", "AAAAAAA=", "A", "no base64!"]) {
  Deno.test(`decodeBase64() refuses ${JSON.stringify(text)}`, () => {
    assert.throws(() => decodeBase64(text), SyntaxError);
  });
}
