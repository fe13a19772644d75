import assert from "node:assert/strict";
import { gatherErrors } from "../../../src/analysis/comparison/photo_errors.ts";

Deno.test("gatherErrors() gives the mean over the photos that tell it, and the worst with its photo", () => {
  const gathered = gatherErrors(3);
  gathered.add([0.25, null, null]);
  gathered.add([0.75, 0.5, null]);
  gathered.add([0.5, null, null]);
  assert.deepEqual(gathered.finish(), {
    mean: [0.5, 0.5, null],
    worst: [0.75, 0.5, null],
    photo: [1, 1, null],
  });
});

Deno.test("gatherErrors() names the first of photos on which a map is equally far", () => {
  const gathered = gatherErrors(2);
  gathered.add([0, 0.5]);
  gathered.add([0, 0.5]);
  assert.deepEqual(gathered.finish(), { mean: [0, 0.5], worst: [0, 0.5], photo: [0, 0] });
});
