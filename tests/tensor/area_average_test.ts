import assert from "node:assert/strict";
import { averageAreas, planAverages, type Plane } from "../../src/tensor/area_average.ts";
import { createRandom, type Random } from "../support/random.ts";

const ROUNDING = 1e-12;

function randomPlane(random: Random, height: number, width: number): Plane {
  return { data: random.floats(height * width, -1, 1), height, width };
}

Deno.test("averageAreas() averages whole blocks", () => {
  const data = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8);
  const plane = { data, height: 2, width: 4 };
  assert.deepEqual([...averageAreas(plane, { height: 1, width: 2 })], [3.5, 5.5]);
});

Deno.test("averageAreas() counts cells by the part that is covered", () => {
  const plane = { data: Uint8Array.of(30, 60, 90), height: 1, width: 3 };
  const halves = averageAreas(plane, { height: 1, width: 2 });
  assert(Math.abs(halves[0]! - (30 + 60 / 2) / 1.5) < ROUNDING);
  assert(Math.abs(halves[1]! - (60 / 2 + 90) / 1.5) < ROUNDING);
});

Deno.test("averageAreas() leaves a plane of the same size as it is", () => {
  const plane = randomPlane(createRandom(60), 7, 5);
  assert.deepEqual([...averageAreas(plane, plane)], [...plane.data]);
});

Deno.test("averageAreas() repeats cells where it enlarges by whole numbers", () => {
  const plane = { data: Uint8Array.of(3, 9), height: 1, width: 2 };
  assert.deepEqual([...averageAreas(plane, { height: 2, width: 4 })], [3, 3, 9, 9, 3, 3, 9, 9]);
});

Deno.test("averageAreas() keeps the mean", () => {
  const random = createRandom(61);
  for (let i = 0; i < 50; i++) {
    const plane = randomPlane(random, random.whole(1, 20), random.whole(1, 20));
    const size = { height: random.whole(1, 20), width: random.whole(1, 20) };
    assert(Math.abs(average(averageAreas(plane, size)) - average(plane.data)) < ROUNDING);
  }
});

Deno.test("averageAreas() gives what integrating part by part gives", () => {
  const random = createRandom(62);
  for (let i = 0; i < 20; i++) {
    const plane = randomPlane(random, random.whole(1, 9), random.whole(1, 9));
    const size = { height: random.whole(1, 9), width: random.whole(1, 9) };
    const expected = integrate(plane, size);
    averageAreas(plane, size).forEach((value, j) => {
      assert(Math.abs(value - expected[j]!) < ROUNDING);
    });
  }
});

function average(values: ArrayLike<number>): number {
  return Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
}

// Cuts the plane into height · height' by width · width' parts, which no border crosses.
function integrate(
  { data, height, width }: Plane,
  size: { readonly height: number; readonly width: number },
): number[] {
  const sums = new Array<number>(size.height * size.width).fill(0);
  for (let y = 0; y < height * size.height; y++) {
    for (let x = 0; x < width * size.width; x++) {
      const source = Math.floor(y / size.height) * width + Math.floor(x / size.width);
      const target = Math.floor(y / height) * size.width + Math.floor(x / width);
      sums[target]! += data[source]! / (height * width);
    }
  }
  return sums;
}

Deno.test("planAverages() gives the weights of averageAreas()", () => {
  const random = createRandom(4);
  for (const [from, to] of [[7, 3], [5, 5], [107, 28]] as const) {
    const weights = planAverages(from, to);
    assert.deepEqual(weights.dims, [to, from]);
    const line = randomPlane(random, from, 1);
    averageAreas(line, { height: to, width: 1 }).forEach((average, row) => {
      const sum = Array.from(line.data, (value, i) => value * weights.data[row * from + i]!)
        .reduce((a, b) => a + b);
      assert(Math.abs(sum - average) < 1e-6);
    });
  }
});
