import assert from "node:assert/strict";
import { judgeSize, SIZE_LIMITS } from "../../src/html/single_file_size.ts";
import { formatBytes } from "../../src/reason/byte_size.ts";

// [MB, whether it is made, and when forced, what is said]
const sizes: readonly [number, boolean, boolean, RegExp | null][] = [
  [10, true, true, null],
  [
    10.1,
    true,
    true,
    /^it has 10 MB: mail may not carry it; for less, add --small, set "values": "none" in the/,
  ],
  [50, true, true, /^it has 50 MB: mail may not/],
  [50.1, true, true, /^it has 50 MB: a browser takes seconds/],
  [100, true, true, /^it has 100 MB: a browser takes seconds/],
  [101, false, true, /^it would have 101 MB, and 100 MB is the most; .*; --force writes it/],
  [500, false, true, /^it would have 500 MB, and 100 MB is the most; /],
  [501, false, false, /^it would have 501 MB, and 100 MB is the most; /],
];

for (const [size, made, forced, words] of sizes) {
  Deno.test(`judgeSize() ${made ? "makes" : forced ? "wants force for" : "refuses"} ${size} MB`, () => {
    const verdict = judgeSize(size * 1e6, { force: false });
    assert.equal(verdict.made, made);
    if (words === null) assert.equal(verdict.words, null);
    else assert.match(verdict.words!, words);
    assert.equal(judgeSize(size * 1e6, { force: true }).made, forced);
  });
}

Deno.test("judgeSize() says of a forced file what it says of a heavy one", () => {
  assert.match(judgeSize(200e6, { force: true }).words!, /^it has 200 MB: a browser takes seconds/);
  assert.doesNotMatch(judgeSize(600e6, { force: true }).words!, /--force/);
});

Deno.test("judgeSize() does not advise a small file to be small", () => {
  const { words } = judgeSize(20e6, { force: false, small: true });
  assert.match(words!, /; for less, set "values": "none"/);
});

Deno.test("judgeSize() does not advise to leave out numbers that are not there", () => {
  const told = (small: boolean) =>
    judgeSize(20e6, { force: false, small, hasValues: false }).words!;
  assert.match(told(false), /; for less, add --small, or choose fewer layers or photos$/);
  assert.match(told(true), /; for less, choose fewer layers or photos$/);
});

Deno.test("SIZE_LIMITS warn above 10 and 50 MB, and refuse above 100", () => {
  const { large, heavy, refused } = SIZE_LIMITS;
  assert.deepEqual([large, heavy, refused].map(formatBytes), ["10 MB", "50 MB", "100 MB"]);
});
