import assert from "node:assert/strict";
import {
  formatAngle,
  formatCount,
  formatGain,
  formatNumber,
  formatRate,
  formatShare,
  formatSize,
} from "../../src/site/format.ts";

const numbers: readonly (readonly [number, string])[] = [
  [0, "0"],
  [-0, "0"],
  [3, "3"],
  [0.5, "0.5"],
  [-1.9374, "−1.94"],
  [10.149, "10.1"],
  [-0.0018, "−0.0018"],
  [999.6, "1,000"],
  [1234.5, "1,235"],
  [-5096123, "−5,096,123"],
  [0.00099, "9.9\u00a0×\u00a010⁻⁴"],
  [-1.234e-12, "−1.23\u00a0×\u00a010⁻¹²"],
  [3.4028234e38, "3.4\u00a0×\u00a010³⁸"],
  [Infinity, "∞"],
  [-Infinity, "−∞"],
  [NaN, "NaN"],
];

for (const [number, text] of numbers) {
  Deno.test(`formatNumber() writes ${number} as ${text}`, () => {
    assert.equal(formatNumber(number), text);
  });
}

Deno.test("formatCount() sets commas by thousands", () => {
  assert.deepEqual([0, 999, 1000, 1234567].map(formatCount), ["0", "999", "1,000", "1,234,567"]);
});

Deno.test("formatSize() joins sides with a multiplication sign", () => {
  assert.equal(formatSize(11, 11, 3), "11 × 11 × 3");
});

Deno.test("formatShare() has two decimals and no negative zero", () => {
  assert.deepEqual([0.744, -0.054, -0.001].map(formatShare), ["0.74", "−0.05", "0.00"]);
});

Deno.test("formatGain() keeps small gains apart", () => {
  const gains = [0.266, 0.00418, 0.00004, 0].map(formatGain);
  assert.deepEqual(gains, ["0.27", "0.0042", "< 0.0001", "0.00"]);
});

Deno.test("formatAngle() has whole degrees", () => {
  assert.equal(formatAngle(88.6), "89°");
});

Deno.test("formatRate() tells shares from none and from all", () => {
  const told = [0, 0.0002, 0.00234, 0.05, 0.426, 0.99, 0.9998, 1].map(formatRate);
  assert.deepEqual(
    told.map((text) => text.replace("\u202f%", "")),
    ["0", "0.02", "0.2", "5", "43", "99", "99.98", "100"],
  );
  assert.equal(formatRate(1e-9), "0.0000001\u202f%");
});
