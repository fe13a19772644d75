import assert from "node:assert/strict";
import { measureMoments } from "../../src/tally/kernel_moments.ts";
import { findMerged } from "../../src/tally/merged_kernels.ts";
import { createChance } from "../support/rounds.ts";
import { tallyPhotos } from "../support/tallied_photos.ts";

const chance = createChance(12);
const PHOTOS = 40;

// Kernels 0, 2 and 5 are one, 3 and 6 another; 1 and 7 are never on.
const rows = Array.from({ length: PHOTOS }, () => {
  const [a, b, c] = [0, 1, 2].map(() => [...chance.floats(9)]);
  return [a!, Array<number>(9).fill(0), a!, b!, c!, a!, b!, Array<number>(9).fill(0)];
});

type Change = (maps: number[][], photo: number) => void;

function findChanged(change: Change): number[][] {
  const tally = tallyPhotos(rows.map((maps, photo) => {
    const copy = maps.map((map) => [...map]);
    change(copy, photo);
    return { maps: copy };
  }));
  return findMerged(tally, measureMoments(tally));
}

Deno.test("kernels whose maps are the same are merged; those that are one value are not", () => {
  assert.deepEqual(findChanged(() => {}), [[0, 2, 5], [3, 6]]);
});

Deno.test("what float32s in another order differ by tells no kernels apart", () => {
  const nudged = findChanged((maps) => maps[6] = maps[6]!.map((value) => value * (1 + 2e-6)));
  assert.deepEqual(nudged, [[0, 2, 5], [3, 6]]);
});

Deno.test("kernels that differ on one photo are not merged", () => {
  const changes: Change[] = [
    (maps, photo) => photo === 7 && (maps[6]![2]! += 0.5),
    (maps, photo) => photo === 7 && maps[6]!.fill(0),
  ];
  for (const change of changes) assert.deepEqual(findChanged(change), [[0, 2, 5]]);
});

Deno.test("kernels that are on in other cells are not merged, however little", () => {
  const hardly = (value: number) =>
    findChanged((maps) => {
      for (const kernel of [3, 6]) maps[kernel]!.fill(kernel === 3 ? 0 : value, 0, 3);
    });
  assert.deepEqual(hardly(0), [[0, 2, 5], [3, 6]]);
  assert.deepEqual(hardly(1e-6), [[0, 2, 5]]);
});

Deno.test("kernels that are strongest elsewhere are not merged", () => {
  assert.deepEqual(findChanged((maps) => maps[6]!.reverse()), [[0, 2, 5]]);
});

Deno.test("maps that hold NaN are not compared", () => {
  const spoilt = findChanged((maps) => {
    maps[3]![0] = NaN;
    maps[6]![0] = NaN;
  });
  assert.deepEqual(spoilt, [[0, 2, 5]]);
});
