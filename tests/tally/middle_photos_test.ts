import assert from "node:assert/strict";
import { listMiddle } from "../../src/tally/middle_photos.ts";
import { createChance } from "../support/rounds.ts";
import { tallyPhotos } from "../support/tallied_photos.ts";

// Of 101 photos half leave kernel 1 off.
const values = [...createChance(8).floats(101, 1, 9)];
const tally = tallyPhotos(values.map((value, i) => ({
  maps: [[0, 0, value], [i % 2 === 0 ? value : 0, 0, 0], [-1, -2, -3]],
})));

for (const [kernel, step] of [1, 2].entries()) {
  Deno.test(`kernel ${kernel} has as many photos above those of the middle as below`, () => {
    const found = listMiddle(tally, kernel);
    const sorted = values.filter((_, i) => i % step === 0).sort((a, b) => b - a);
    assert.equal(found.length, 16);
    const above = sorted.filter((value) => value > found[0]!.value).length;
    const below = sorted.filter((value) => value < found[15]!.value).length;
    assert.ok(Math.abs(above - below) <= 1, `${above} above, ${below} below`);
    for (const [i, { value, photo, cell }] of found.entries()) {
      assert.equal(value, sorted[above + i]);
      assert.equal(value, values[photo]);
      assert.equal(cell, kernel === 0 ? 2 : 0);
    }
  });
}

Deno.test("a kernel that is never on has no middle", () => {
  assert.deepEqual(listMiddle(tally, 2), []);
});

Deno.test("few photos are all in the middle, of equal ones the first before the others", () => {
  const few = tallyPhotos([3, 5, 5, 0, 4].map((value) => ({ maps: [[value]] })));
  assert.deepEqual(listMiddle(few, 0).map(({ photo }) => photo), [1, 2, 4, 0]);
});
