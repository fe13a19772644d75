import assert from "node:assert/strict";
import { roundCosines } from "../../src/report/cosines_file.ts";

Deno.test("roundCosines() rounds to five places, and leaves what there is none of", () => {
  const own = [0.1234567, -0.00001499, null, 1];
  const { cosine, correlation } = roundCosines({ cosine: own, correlation: [-0.5] });
  assert.deepEqual(cosine, [0.12346, -0.00001, null, 1]);
  assert.deepEqual(correlation, [-0.5]);
});
