import assert from "node:assert/strict";
import { measureKeepsPicture } from "../../../src/analysis/map/keeps_picture.ts";
import { type Photo, preparePhoto, shrinkPhoto } from "../../../src/analysis/map/photo_planes.ts";
import { averageAreas } from "../../../src/tensor/area_average.ts";
import { toUnit } from "../../../src/tensor/unit.ts";
import { solveLeastSquares } from "../../support/analysis/least_squares.ts";
import { createRandom, type Random } from "../../support/random.ts";

const SIZE = { height: 6, width: 7 };

function randomPhoto(random: Random, channels: 1 | 3 = 3): Photo {
  const data = Uint8Array.from({ length: 20 * 24 * channels }, () => random.whole(0, 255));
  return { height: 20, width: 24, channels, data };
}

function shrinkChannels(photo: Photo): Float64Array[] {
  return preparePhoto(photo).channels.map((channel) => averageAreas(channel, SIZE));
}

function keepsPicture(map: Float32Array | Float64Array, photo: Photo): number | null {
  return measureKeepsPicture(toUnit(map), shrinkPhoto(preparePhoto(photo), SIZE));
}

// 1 − Σ (m − fit)² / Σ (m − m̄)², from the regression as the textbook has it
function regress(map: Float32Array, channels: readonly Float64Array[]): number {
  const design = Array.from(map, (_, i) => [1, ...channels.map((channel) => channel[i]!)]);
  const weights = solveLeastSquares(design, map);
  const mean = map.reduce((sum, value) => sum + value) / map.length;
  const rests = design.map((row, i) => {
    return map[i]! - row.reduce((sum, value, j) => sum + value * weights[j]!, 0);
  });
  const sumSquares = (values: number[]) => values.reduce((sum, value) => sum + value ** 2, 0);
  return 1 - sumSquares(rests) / sumSquares(Array.from(map, (value) => value - mean));
}

Deno.test("measureKeepsPicture() is 1 for what mixes the channels", () => {
  const photo = randomPhoto(createRandom(74));
  const [red, green, blue] = shrinkChannels(photo);
  const mix = red!.map((value, i) => 12 - 0.4 * value + 3 * green![i]! + 0.01 * blue![i]!);
  assert(Math.abs(keepsPicture(mix, photo)! - 1) < 1e-12);
});

Deno.test("measureKeepsPicture() gives R² of the regression with intercept", () => {
  const random = createRandom(75);
  for (let i = 0; i < 20; i++) {
    const photo = randomPhoto(random);
    const channels = shrinkChannels(photo);
    const share = i / 1000;
    const map = random.floats(42, -1, 1).map((value, j) => value + share * channels[1]![j]! + 9);
    assert(Math.abs(keepsPicture(map, photo)! - regress(map, channels)) < 1e-9);
  }
});

Deno.test("measureKeepsPicture() gives r² for a grey network", () => {
  const random = createRandom(76);
  const photo = randomPhoto(random, 1);
  const map = random.floats(42);
  assert(Math.abs(keepsPicture(map, photo)! - regress(map, shrinkChannels(photo))) < 1e-9);
});

Deno.test("measureKeepsPicture() takes a grey photo of three channels as one", () => {
  const random = createRandom(77);
  const grey = randomPhoto(random, 1);
  const data = Uint8Array.from({ length: 3 * grey.data.length }, (_, i) => {
    return grey.data[Math.floor(i / 3)]!;
  });
  const map = random.floats(42);
  const difference = keepsPicture(map, grey)! - keepsPicture(map, { ...grey, channels: 3, data })!;
  assert(Math.abs(difference) < 1e-12);
});

Deno.test("measureKeepsPicture() does not depend on scale and offset of the map", () => {
  const random = createRandom(78);
  const photo = randomPhoto(random);
  const map = Float64Array.from(random.floats(42));
  const other = map.map((value) => 7 - 1e-6 * value);
  assert(Math.abs(keepsPicture(map, photo)! - keepsPicture(other, photo)!) < 1e-9);
});

Deno.test("measureKeepsPicture() is null where nothing varies", () => {
  const photo = randomPhoto(createRandom(79));
  assert.equal(keepsPicture(new Float32Array(42).fill(0.1), photo), null);
  assert.equal(keepsPicture(new Float32Array(42).fill(NaN), photo), null);
  const plain = { ...photo, data: photo.data.map(() => 90) };
  assert.equal(keepsPicture(createRandom(80).floats(42), plain), null);
});

Deno.test("measureKeepsPicture() is null for maps of so few cells that all fit", () => {
  const random = createRandom(81);
  const photo = preparePhoto(randomPhoto(random));
  const four = shrinkPhoto(photo, { height: 2, width: 2 });
  assert.equal(measureKeepsPicture(toUnit(random.floats(4)), four), null);
  const six = shrinkPhoto(photo, { height: 2, width: 3 });
  assert(measureKeepsPicture(toUnit(random.floats(6)), six)! < 1);
});
