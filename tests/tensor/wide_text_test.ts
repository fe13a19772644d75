import assert from "node:assert/strict";
import { decodeWide, encodeWide } from "../../src/tensor/wide_text.ts";
import { createRandom } from "../support/random.ts";

function textOf(units: Uint16Array): string {
  return [...units].map((unit) => String.fromCharCode(unit)).join("");
}

Deno.test("decodeWide() gives back every byte of encodeWide(), whatever the length", () => {
  const random = createRandom(15);
  for (const length of [0, 1, 2, 3, 14, 15, 16, 17, 29, 30, 31, 1000]) {
    const bytes = Uint8Array.from({ length }, () => random.whole(0, 255));
    const units = encodeWide(bytes);
    assert(units.length <= Math.ceil(8 * length / 15));
    assert.deepEqual(decodeWide(textOf(units), length), bytes);
  }
});

// Every value of 16 bits.
const every = new Uint8Array(Uint16Array.from({ length: 1 << 16 }, (_, i) => i).buffer);

Deno.test("encodeWide() gives no quotes, line ends, or halves of a character", () => {
  for (const bytes of [every, new Uint8Array(15), new Uint8Array(15).fill(255)]) {
    for (const unit of encodeWide(bytes)) {
      assert(unit >= 0x60 && !(unit >= 0xd800 && unit < 0xe000), unit.toString(16));
    }
  }
});

Deno.test("encodeWide() takes 15.9 bits a character", () => {
  assert(8 * every.length / encodeWide(every).length > 15.9);
  assert.deepEqual(decodeWide(textOf(encodeWide(every)), every.length), every);
});

for (
  const [what, text, length] of [
    ["a text that is too short", "\u3000", 3],
    ["a text that is too long", "\u3000\u3000\u3000", 3],
    ["a text in the place of nothing", "\u3000", 0],
    ["other characters", "0\u3000", 3],
    ["halves of characters", "\ud800\u3000", 3],
  ] as const
) {
  Deno.test(`decodeWide() refuses ${what}`, () => {
    assert.throws(() => decodeWide(text, length), SyntaxError);
  });
}
