import assert from "node:assert/strict";
import { formatSum } from "../../src/site/format_sum.ts";
import { createRandom } from "../support/random.ts";

Deno.test("formatSum() shows three digits of the total where they add up", () => {
  const { parts, bias, total } = formatSum([1.531], 3.181, { bias: 1.65 });
  assert.deepEqual([parts, bias, total], [["1.53"], "1.65", "3.18"]);
});

Deno.test("formatSum() shows more digits where three do not add up", () => {
  const { parts, bias, total } = formatSum([1.534], 3.186, { bias: 1.652 }); // 1.53 + 1.65 is no 3.19
  assert.deepEqual([parts, bias, total], [["1.534"], "1.652", "3.186"]);
});

Deno.test("formatSum() shows no digits whose rounding seven digits do not tell", () => {
  assert.equal(formatSum([1.272525], 1.272525).total, "1.27");
  assert.equal(formatSum([1.275], 1.275).total, "1.275"); // 1.2749999 would be 1.27
});

Deno.test("formatSum() writes signs, large and whole numbers as pages do", () => {
  const signed = formatSum([-1250, 50], -1300, { bias: -100 });
  assert.deepEqual(signed.parts, ["−1,250", "50"]);
  assert.deepEqual([signed.bias, signed.total], ["−100", "−1,300"]);
  const small = formatSum([10.16], 10.148, { bias: -0.012 });
  assert.deepEqual([small.parts, small.bias, small.total], [["10.16"], "−0.01", "10.15"]);
});

Deno.test("formatSum() takes a power of ten out of numbers that are very small or large", () => {
  const small = formatSum([1.5e-7], 4e-7, { bias: 2.5e-7 });
  assert.deepEqual([small.parts, small.bias, small.total], [["1.50"], "2.50", "4.00"]);
  assert.equal(small.power, "10⁻⁷");
  assert.equal(formatSum([2e12], 2e12).power, "10¹²");
  assert.equal(formatSum([0], 0).total, "0");
});

Deno.test("formatSum() formats another number like those of the sum", () => {
  assert.equal(formatSum([1.531], 3.181, { bias: 1.65 }).format(3.1749), "3.17");
});

function toNumber(text: string): number {
  return Number(text.replaceAll(",", "").replace("−", "-"));
}

// Of terms of every size and sign, as many as a page shows.
Deno.test("formatSum() adds up to the digits shown, and keeps each number true", () => {
  const random = createRandom(11);
  let nearest = 0;
  let counted = 0;
  for (let round = 0; round < 5000; round++) {
    const size = 10 ** random.whole(-3, 6);
    const parts = [...random.floats(random.whole(1, 6), -size, size)];
    const bias = random.whole(0, 3) === 0 ? null : random.floats(1, -size, size)[0]!;
    const total = parts.reduce((sum, part) => sum + part, bias ?? 0);
    const text = formatSum(parts, total, { bias });
    if (text.power !== "") continue;
    counted++;
    const decimals = text.total.split(".")[1]?.length ?? 0;
    const unit = 10 ** -decimals;
    const shown = [...text.parts, ...text.bias === null ? [] : [text.bias]];
    const sum = shown.reduce((sum, part) => sum + toNumber(part), 0);
    assert.equal(sum.toFixed(decimals), toNumber(text.total).toFixed(decimals));
    const isTrue = (written: string, value: number, units: number): boolean =>
      Math.abs(toNumber(written) - value) <= units * unit * (1 + 1e-6);
    assert(isTrue(text.total, total, 0.5));
    assert(bias === null || isTrue(text.bias!, bias, 0.5));
    text.parts.forEach((part, i) => assert(isTrue(part, parts[i]!, 1.5)));
    const isNearest = text.parts.every((part, i) => isTrue(part, parts[i]!, 0.5));
    if (isNearest) nearest++;
    else {assert(
        unit <= 1e-4 * Math.max(...[...parts, bias ?? 0, total].map(Math.abs)),
        "in the last digits only",
      );}
  }
  assert(nearest > 0.9 * counted, `${nearest} of ${counted}`);
});
