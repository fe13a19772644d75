import assert from "node:assert/strict";
import { openColumnFormat } from "../../src/site/column_format.ts";

const columns: readonly (readonly [
  what: string,
  values: readonly (number | null)[],
  texts: readonly string[],
])[] = [
  ["as many decimals for all", [0.475, 0.48, null, 1.2345], ["0.475", "0.480", "1.234"]],
  ["fewer where all are large", [1234.56, -27.04, 31.2], ["1,234.6", "−27.0", "31.2"]],
  ["none for whole numbers", [3, 12, 0], ["3", "12", "0"]],
  ["no negative zero", [-0.0001, 2, 3, 4, 5], ["0.00", "2.00", "3.00", "4.00", "5.00"]],
  ["powers where all are small", [1.5e-6, -2e-7], ["1.5\u00a0×\u00a010⁻⁶", "−2\u00a0×\u00a010⁻⁷"]],
  ["six digits at most", [0.00123, 0.0123, 0.0456, 123.456], [
    "0.001",
    "0.012",
    "0.046",
    "123.456",
  ]],
  ["what is not finite", [NaN, Infinity, 1.5, 2.25], ["NaN", "∞", "1.50", "2.25"]],
  ["zeros alone", [0, 0], ["0", "0"]],
];

for (const [what, values, texts] of columns) {
  Deno.test(`openColumnFormat() writes the numbers of a column: ${what}`, () => {
    const format = openColumnFormat(values);
    assert.deepEqual(values.filter((value) => value !== null).map(format), texts);
  });
}

Deno.test("openColumnFormat() keeps the decimals within what it is given", () => {
  const bounds = { digits: 2, least: 2, most: 4 };
  assert.deepEqual([12, 3.4].map(openColumnFormat([12, 3.4], bounds)), ["12.00", "3.40"]);
  assert.equal(openColumnFormat([0.00042, 0.00051, 0.5], bounds)(0.5), "0.5000");
});
