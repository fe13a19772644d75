import assert from "node:assert/strict";
import { formatBytes } from "../../src/reason/byte_size.ts";

// [bytes, words]
const sizes: readonly [number, string][] = [
  [0, "0.0 kB"],
  [1234, "1.2 kB"],
  [99_600, "100 kB"],
  [100_000, "0.1 MB"],
  [9_960_000, "10 MB"],
  [180.4e6, "180 MB"],
  [999.6e6, "1.0 GB"],
  [71.2e9, "71 GB"],
];

for (const [bytes, words] of sizes) {
  Deno.test(`formatBytes() says ${words} for ${bytes} bytes`, () => {
    assert.equal(formatBytes(bytes), words);
  });
}
