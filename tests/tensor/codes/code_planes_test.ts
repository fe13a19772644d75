import assert from "node:assert/strict";
import { deflateRawSync } from "node:zlib";
import { joinCodes, splitCodes } from "../../../src/tensor/codes/code_planes.ts";
import { createRandom } from "../../support/random.ts";

const random = createRandom(5);

function draw(count: number, most: number): Uint16Array<ArrayBuffer> {
  return Uint16Array.from(random.floats(count, 0, most + 0.999));
}

const few = draw(999, 300);
few.set([65_535, 65_534, 40_000], 500);

const cases: readonly [what: string, codes: Uint16Array, split: number][] = [
  ["none", new Uint16Array(), 0],
  ["zeros", new Uint16Array(100), 0],
  ["codes of a byte", draw(1000, 200), 0],
  ["codes of ten bits", draw(1001, 1000), 2],
  ["codes of thirteen bits", draw(1003, 8000), 5],
  [
    "codes of sixteen bits, half of them small",
    draw(5000, 65_279).map((code, i) => i % 2 ? code : code >> 6),
    8,
  ],
  ["codes of all bits", draw(70_001, 65_535), 0],
  ["some that are far larger", few, 1],
  ["zeros and large ones", draw(5000, 60_000).map((code) => code % 5 === 0 ? code : 0), 0],
];

for (const [what, codes, split] of cases) {
  Deno.test(`joinCodes() gives what splitCodes() had: ${what}`, () => {
    const bytes = splitCodes(codes);
    assert.equal(bytes[0], split);
    const among = Uint8Array.from([9, ...bytes, 9]);
    const joined = joinCodes(among, 1, codes.length);
    assert.deepEqual([...joined.codes], [...codes]);
    assert.equal(joined.end, 1 + bytes.length);
  });
}

Deno.test("splitCodes() lets codes take little more than their entropy, once they are deflated", () => {
  const sum = () => random.floats(12, -100, 100).reduce((sum, each) => sum + each, 0);
  const codes = Uint16Array.from({ length: 60_000 }, () => 2 * Math.abs(Math.round(sum())));
  const entropy = Math.log2(2 * 100 * Math.sqrt(2 * Math.PI * Math.E * 12 / 3) / 2); // of a normal curve
  const bits = 8 * deflateRawSync(splitCodes(codes)).length / codes.length;
  assert.ok(bits < entropy + 0.15, `${bits} of ${entropy}`);
});

Deno.test("joinCodes() refuses what is not written so", () => {
  const bytes = splitCodes(few);
  const small = bytes.slice();
  small.fill(0, -6);
  assert.throws(() => joinCodes(small, 0, few.length), SyntaxError);
  bytes[0] = 9;
  assert.throws(() => joinCodes(bytes, 0, few.length), SyntaxError);
  assert.throws(() => joinCodes(bytes, bytes.length, 1), SyntaxError);
});
