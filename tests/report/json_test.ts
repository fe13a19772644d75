import assert from "node:assert/strict";
import { writeJson } from "../../src/report/json.ts";
import { countRounds, createChance } from "../support/rounds.ts";

// [what, value, text]
const cases: readonly [string, unknown, string][] = [
  [
    "keeps seven significant digits",
    [1 / 3, 1e-20 / 3, 123456.78],
    "[0.3333333,3.333333e-21,123456.8]",
  ],
  ["rounds halves away from zero", [172.65625, -172.65625], "[172.6563,-172.6563]"],
  ["keeps whole numbers as they are", [123456789, -5, 0], "[123456789,-5,0]"],
  ["leaves off zeros at the end", [0.5, 2.50000001], "[0.5,2.5]"],
  ["writes what is no number as null", [NaN, Infinity, -Infinity], "[null,null,null]"],
  ["writes -0 as 0", [-0], "[0]"],
  ["leaves texts and keys alone", { "1.23456789": "1.23456789" }, '{"1.23456789":"1.23456789"}'],
];

for (const [what, value, text] of cases) {
  Deno.test(`writeJson() ${what}`, () => {
    assert.equal(writeJson(value), `${text}\n`);
  });
}

Deno.test("writeJson() writes fields with the digits that are given for them, others with seven", () => {
  const value = { norm: [[1 / 3]], other: 1 / 3, within: { norm: -2 / 3, other: [1 / 7] } };
  assert.equal(
    writeJson(value, { norm: 4 }),
    '{"norm":[[0.3333]],"other":0.3333333,"within":{"norm":-0.6667,"other":[0.1428571]}}\n',
  );
});

Deno.test("writeJson() writes what a field holds with no more digits than are given for it", () => {
  const value = { whole: { norm: 1 / 3, other: 2 / 3 }, norm: 1 / 3 };
  assert.equal(
    writeJson(value, { whole: 2, norm: 4 }),
    '{"whole":{"norm":0.33,"other":0.67},"norm":0.3333}\n',
  );
});

const ROUNDS = countRounds(2000, 1_000_000);

Deno.test("writeJson() keeps every float32 within a millionth", () => {
  const random = createChance(70);
  for (let round = 0; round < ROUNDS; round++) {
    const [mantissa = 1] = random.floats(1, 1, 2);
    const value = Math.fround(mantissa * 2 ** random.whole(-126, 127));
    const [read, negative] = JSON.parse(writeJson([value, -value]));
    assert.equal(read, Number.isInteger(value) ? value : Number(value.toPrecision(7)));
    assert.equal(negative, -read);
    assert(Math.abs(read - value) <= 1e-6 * value, `${value} became ${read}`);
  }
});
