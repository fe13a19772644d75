import assert from "node:assert/strict";
import { type Photo, preparePhoto, shrinkPhoto } from "../../../src/analysis/map/photo_planes.ts";
import { dot } from "../../../src/tensor/dot.ts";
import { toUnit } from "../../../src/tensor/unit.ts";
import { createRandom } from "../../support/random.ts";

const SIZE = { height: 4, width: 5 };

function randomPhoto(seed: number, channels: 1 | 3): Photo {
  const random = createRandom(seed);
  const data = Uint8Array.from({ length: 12 * 15 * channels }, () => random.whole(0, 255));
  return { height: 12, width: 15, channels, data };
}

Deno.test("shrinkPhoto() gives a basis as wide as the photo has colours", () => {
  assert.equal(shrinkPhoto(preparePhoto(randomPhoto(72, 3)), SIZE).basis.length, 3);
  assert.equal(shrinkPhoto(preparePhoto(randomPhoto(72, 1)), SIZE).basis.length, 1);
});

Deno.test("shrinkPhoto() gives a grey photo one dimension, whatever its number of channels", () => {
  const grey = randomPhoto(73, 1);
  const data = Uint8Array.from({ length: 3 * grey.data.length }, (_, i) => {
    return grey.data[Math.floor(i / 3)]!;
  });
  const of1 = shrinkPhoto(preparePhoto(grey), SIZE);
  const of3 = shrinkPhoto(preparePhoto({ ...grey, channels: 3, data }), SIZE);
  assert.equal(of3.basis.length, 1);
  assert(Math.abs(dot(of1.basis[0]!, of3.basis[0]!) - 1) < 1e-12);
  assert(Math.abs(dot(of1.luma!, of3.luma!) - 1) < 1e-12);
  assert(Math.abs(dot(of1.edges!, of3.edges!) - 1) < 1e-12);
});

Deno.test("shrinkPhoto() has nothing to compare with in a photo of one colour", () => {
  const data = Uint8Array.from({ length: 12 * 15 * 3 }, (_, i) => [200, 30, 7][i % 3]!);
  const planes = shrinkPhoto(preparePhoto({ ...randomPhoto(0, 3), data }), SIZE);
  assert.deepEqual(planes, { ...SIZE, basis: [], luma: null, edges: null });
});

Deno.test("shrinkPhoto() weighs red, green and blue as BT.601 does", () => {
  const data = Uint8Array.of(255, 0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0);
  const photo = preparePhoto({ height: 1, width: 4, channels: 3, data });
  const expected = toUnit(Float64Array.of(0.299, 0.587, 0.114, 0))!;
  assert(Math.abs(dot(shrinkPhoto(photo, { height: 1, width: 4 }).luma!, expected) - 1) < 1e-12);
});

Deno.test("shrinkPhoto() finds edges at the photo's size, finer than the cells of the maps", () => {
  // Stripes of one pixel on the left, grey on the right: the mean is the same everywhere.
  const data = Uint8Array.from(
    { length: 16 * 16 },
    (_, i) => i % 16 < 8 ? 254 * (i % 4 >> 1) : 127,
  );
  const photo = preparePhoto({ height: 16, width: 16, channels: 1, data });
  const { luma, edges } = shrinkPhoto(photo, { height: 2, width: 4 });
  assert.equal(luma, null);
  assert(edges![0]! > 0 && edges![3]! < 0);
});
