import assert from "node:assert/strict";
import type { Raster } from "../../src/raster/raster.ts";
import { type Variation, varyPhoto } from "../../src/raster/varied_photo.ts";
import { createRandom } from "../support/random.ts";

function createPhoto(width: number, height: number, levelOf: (i: number) => number): Raster {
  const data = Uint8Array.from({ length: 3 * width * height }, (_, i) => levelOf(i));
  return { width, height, channels: 3, data };
}

const random = createRandom(14);
const noise = createPhoto(40, 30, () => random.whole(0, 255));

function vary(photo: Raster, variation: Variation): number[] {
  return [...varyPhoto(photo, variation)!.data];
}

Deno.test("varyPhoto() makes a photo grey as networks of grey photos read it", () => {
  const photo = createPhoto(2, 1, (i) => [255, 0, 0, 0, 0, 255][i]!);
  assert.deepEqual(vary(photo, { kind: "grey" }), [76, 76, 76, 29, 29, 29]);
});

Deno.test("varyPhoto() gives nothing where nothing changes", () => {
  const grey = createPhoto(4, 3, (i) => 20 * Math.floor(i / 3));
  assert.equal(varyPhoto(grey, { kind: "grey" }), null);
  const even = createPhoto(4, 3, () => 90);
  assert.equal(varyPhoto(even, { kind: "blurred", deviation: 1.5 }), null);
  assert.equal(varyPhoto(even, { kind: "sharpened", deviation: 6 }), null);
  assert.equal(varyPhoto(even, { kind: "mirrored", shift: 0 }), null);
});

// A wave along x around 128; its amplitude is read off its first harmonic.
function measureAmplitude(period: number, variation: Variation): number {
  const width = 8 * period;
  const wave = (x: number): number => Math.sin(2 * Math.PI * x / period);
  const photo = createPhoto(
    width,
    4,
    (i) => Math.round(128 + 100 * wave(Math.floor(i / 3) % width)),
  );
  const varied = vary(photo, variation);
  let sum = 0;
  for (let x = 2 * period; x < 6 * period; x++) sum += varied[3 * x]! * wave(x);
  return sum / (2 * period) / 100;
}

// [period, deviation, share of the amplitude that is left]
const waves = [[8, 1.5, 0.5], [4, 1.5, 0.06], [16, 1.5, 0.84], [32, 6, 0.5], [
  16,
  6,
  0.06,
]] as const;

for (const [period, deviation, left] of waves) {
  Deno.test(`varyPhoto() leaves ${left} of a cycle of ${period} pixels at a deviation of ${deviation}`, () => {
    const blurred = measureAmplitude(period, { kind: "blurred", deviation });
    assert.ok(Math.abs(blurred - left) < 0.02, String(blurred));
    const rest = measureAmplitude(period, { kind: "sharpened", deviation });
    assert.ok(Math.abs(rest + blurred - 1) < 0.02, String(rest));
  });
}

Deno.test("varyPhoto() keeps the mean of what it sharpens", () => {
  const averageOf = (levels: readonly number[]): number =>
    levels.reduce((sum, level) => sum + level) / levels.length;
  const photo = createPhoto(64, 64, (i) => 60 + Math.floor(i / 3) % 64);
  const sharpened = vary(photo, { kind: "sharpened", deviation: 6 });
  assert.ok(Math.abs(averageOf(sharpened) - averageOf([...photo.data])) < 1);
});

Deno.test("varyPhoto() mirrors a photo, and mirrors it back", () => {
  const photo = createPhoto(3, 1, (i) => 10 * Math.floor(i / 3) + i % 3);
  assert.deepEqual(vary(photo, { kind: "mirrored", shift: 0 }), [20, 21, 22, 10, 11, 12, 0, 1, 2]);
  const once = varyPhoto(noise, { kind: "mirrored", shift: 0 })!;
  assert.deepEqual(varyPhoto(once, { kind: "mirrored", shift: 0 }), noise);
});

Deno.test("varyPhoto() shifts what it mirrors; its border goes on", () => {
  const photo = createPhoto(3, 1, (i) => 10 * Math.floor(i / 3));
  const left = vary(photo, { kind: "mirrored", shift: -1 });
  assert.deepEqual(left, [10, 10, 10, 0, 0, 0, 0, 0, 0]);
  const right = vary(photo, { kind: "mirrored", shift: 1 });
  assert.deepEqual(right, [20, 20, 20, 20, 20, 20, 10, 10, 10]);
});
