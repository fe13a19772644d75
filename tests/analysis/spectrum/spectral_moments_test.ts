import assert from "node:assert/strict";
import { frequencyAt } from "../../../src/analysis/spectrum/spectral_moments.ts";

Deno.test("frequencyAt() goes from 0 up, and on from −½", () => {
  const frequencies = Array.from({ length: 4 }, (_, i) => frequencyAt(i, 4));
  assert.deepEqual(frequencies, [0, 0.25, -0.5, -0.25]);
});
