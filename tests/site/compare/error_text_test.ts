import assert from "node:assert/strict";
import { formatDecibels, formatError } from "../../../src/site/compare/error_text.ts";

const plain = (text: string) => text.replace("\u202f", " ");

Deno.test("formatError() says a relative error in percent, and how far it may be off", () => {
  assert.deepEqual([0.1744, 0.00052, 0, 1.2].map((each) => plain(formatError(each))), [
    "17.4 %",
    "0.052 %",
    "0 %",
    "120 %",
  ]);
  assert.equal(plain(formatError(0.0052, 0.00003)), "0.52 ± 0.01 %");
});

Deno.test("formatDecibels() says a relative error as a signal-to-noise ratio", () => {
  assert.deepEqual([0.1, 1, 10, 0].map((each) => plain(formatDecibels(each))), [
    "20.0 dB",
    "0.0 dB",
    "−20.0 dB",
    "∞ dB",
  ]);
});

Deno.test("formatDecibels() says from where on it lies where the error may be none", () => {
  assert.equal(plain(formatDecibels(0.001, 0.009)), "> 40.0 dB");
  assert.equal(plain(formatDecibels(0.1, 0.001)), "20 ± 1 dB");
  assert.equal(plain(formatDecibels(0.15, 1e-7)), "16.5 ± 0.1 dB");
});
