import assert from "node:assert/strict";
import { formatExact, formatWithin } from "../../src/site/format_within.ts";
import { createRandom } from "../support/random.ts";

// [value, error, text]
const texts: readonly [number | readonly number[], number, string][] = [
  [1.23456, 0.004, "1.23 ± 0.01"],
  [1.23456, 0.0051, "1.2 ± 0.1"],
  [[0.5, -0.25, 0.125], 0.0004, "0.5, −0.25, 0.125 ± 0.001"],
  [-0.00012, 0.004, "0 ± 0.01"],
  [12345, 40, "12300 ± 100"],
  [1.5e-9, 4e-13, "1.5e−9 ± 1e-12"],
  [NaN, 0.1, "NaN"],
  [[Infinity, 1.23], 0.04, "Infinity, 1.2 ± 0.1"],
  [1.23456789, 0, "1.234568"],
];

for (const [value, error, text] of texts) {
  Deno.test(`formatWithin() writes ${value} within ${error} as ${text}`, () => {
    assert.equal(formatWithin(value, error), text);
  });
}

Deno.test("formatWithin() tells an error that holds for the digits shown", () => {
  const random = createRandom(3);
  for (let i = 0; i < 2000; i++) {
    const size = 10 ** random.whole(-6, 6);
    const [value, share, noise] = random.floats(3, -1, 1) as unknown as [number, number, number];
    const error = Math.abs(share) * size / 100;
    const told = value * size + noise * error; // what is kept of value × size
    const [shown, off] = formatWithin(told, error).replaceAll("−", "-").split(" ± ").map(Number);
    assert(Math.abs(shown! - value * size) <= off! * (1 + 1e-9), `${value * size} ${shown} ${off}`);
  }
});

Deno.test("formatExact() writes seven digits, with a real minus sign", () => {
  assert.deepEqual([-0.1234567891, 1, 1e-9].map(formatExact), ["−0.1234568", "1", "1e−9"]);
});
