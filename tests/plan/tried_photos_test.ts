import assert from "node:assert/strict";
import type { PlannedPhoto } from "../../src/plan/plan.ts";
import { chooseTried } from "../../src/plan/tried_photos.ts";

function listPhotos(count: number, dims: PlannedPhoto["dims"] = null): PlannedPhoto[] {
  return Array.from({ length: count }, (_, i) => ({
    id: String(i),
    name: String(i),
    path: `${i}.png`,
    width: 8,
    height: 8,
    dims,
    profile: null,
    sha256: "of a photo",
  }));
}

// [photos, those that are tried]
const chosen = [
  [0, ""],
  [1, "0"],
  [8, "0 1 2 3 4 5 6 7"],
  [16, "1 3 5 7 9 11 13 15"],
  [20, "1 3 6 8 11 13 16 18"],
] as const;

for (const [count, ids] of chosen) {
  Deno.test(`chooseTried() chooses evenly among ${count} photos`, () => {
    const tried = chooseTried({ experiments: true, photos: listPhotos(count) });
    assert.equal(tried.map(({ id }) => id).join(" "), ids);
  });
}

Deno.test("chooseTried() chooses no array, and nothing where that is not asked for", () => {
  assert.deepEqual(chooseTried({ experiments: true, photos: listPhotos(3, [3, 8, 8]) }), []);
  assert.deepEqual(chooseTried({ experiments: false, photos: listPhotos(3) }), []);
});
