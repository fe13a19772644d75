import assert from "node:assert/strict";
import { packValue, unpackValue } from "../../../src/report/packed/packed_value.ts";
import { shortenNumbers } from "../../../src/report/json.ts";
import { createRandom } from "../../support/random.ts";

const random = createRandom(11);
const COUNT = 300;
const floats = (scale = 1): (number | null)[] =>
  shortenNumbers([...random.floats(COUNT, -scale, scale)]);

const columns: Readonly<Record<string, readonly unknown[]>> = {
  floats: floats(),
  tiny: floats(1e-7),
  large: floats(3e6),
  "with holes": floats().map((each, i) => i % 7 === 0 ? null : each),
  "none at all": Array.from({ length: COUNT }, () => null),
  zeros: Array.from({ length: COUNT }, () => 0),
  "near 1": Array.from({ length: COUNT }, (_, i) => i % 9 === 0 ? 0.99998 : 0.5),
  "few digits": Array.from({ length: COUNT }, (_, i) => (i % 100) / 100),
  indices: Array.from({ length: COUNT }, (_, i) => i),
  "below zero": Array.from({ length: COUNT }, (_, i) => 70_000 * (3 - i)),
  words: Array.from({ length: COUNT }, (_, i) => ["edge", "größe", null, "a\u202eb"][i % 4]),
  "words of their own": Array.from({ length: COUNT }, (_, i) => `kernel ${i}`),
  marks: Array.from({ length: COUNT }, (_, i) => [true, false, null][i % 3]),
  "words and numbers": Array.from({ length: COUNT }, (_, i) => i % 2 ? "one" : i),
  "beyond a double's digits": Array.from({ length: COUNT }, (_, i) => Math.PI / (i + 1)),
  "beyond exact powers": Array.from({ length: COUNT }, (_, i) => (i + 1.5) * 1e-30),
  "lists of one length": Array.from({ length: COUNT }, (_, i) => [i / 8, null, -1 - i]),
  "lists of many": Array.from({ length: COUNT }, (_, i) => floats().slice(0, i % 5)),
  "empty lists": Array.from({ length: COUNT }, () => []),
  "lists of lists": Array.from({ length: COUNT }, (_, i) => [[i], [0.5]]),
  few: [0.25, 0.5],
};

for (const [name, column] of Object.entries(columns)) {
  Deno.test(`unpackValue() gives a column again: ${name}`, () => {
    const value = { kernels: { column, again: column }, maps: [{ column }], name };
    assert.deepEqual(unpackValue(packValue(value, JSON.stringify)), value);
  });
}

Deno.test("packValue() keeps columns as bytes, and those of one content once", () => {
  const column = floats();
  const pack = (value: unknown) => packValue(value, JSON.stringify).length;
  const once = pack({ column });
  assert.ok(once < 5 * COUNT, `${once} bytes`);
  assert.ok(pack({ column, again: [...column] }) < once + 50);
  assert.ok(pack({ column, other: floats() }) > 1.8 * once);
});

Deno.test("packValue() writes all words by what it is given", () => {
  const words = Array.from({ length: 40 }, (_, i) => ["a\u202eb", "c"][i % 2]);
  const write = (value: unknown) => JSON.stringify(value).replaceAll("\u202e", "\\u202e");
  const bytes = packValue({ words, title: "\u202e" }, write);
  assert.doesNotMatch(new TextDecoder().decode(bytes), /\u202e/);
  assert.deepEqual(unpackValue(bytes), { words, title: "\u202e" });
});

Deno.test("unpackValue() reads JSON that is not packed", () => {
  const value = { norm: columns.floats };
  assert.deepEqual(unpackValue(new TextEncoder().encode(JSON.stringify(value))), value);
});
