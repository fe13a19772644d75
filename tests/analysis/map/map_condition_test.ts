import assert from "node:assert/strict";
import { findMapCondition, type MapsOnPhoto } from "../../../src/analysis/map/map_condition.ts";
import { measureMaps } from "../../../src/analysis/map/map_measures.ts";

// Maps of two cells and what a ReLU makes of them.
function measure(...maps: readonly (readonly [number, number])[]): MapsOnPhoto {
  const own = { data: Float32Array.from(maps.flat()), dims: [maps.length, 1, 2] };
  const activated = { ...own, data: own.data.map((value) => Math.max(0, value)) };
  return { measures: measureMaps(own), activated: measureMaps(activated) };
}

Deno.test("findMapCondition() finds what is dead, constant or not finite", () => {
  const photos = [
    measure([-1, -2], [-1, -2], [3, 3], [3, 3], [1, NaN], [-4, -4]),
    measure([-3, -1], [-1, 2], [3, 3], [3, 4], [1, 2], [-5, -5]),
  ];
  assert.deepEqual(findMapCondition(photos), { dead: [0, 5], constant: [2, 5], nonFinite: [4] });
});

Deno.test("findMapCondition() finds nothing dead where no activation follows", () => {
  const photo = { ...measure([0, 0], [-1, -2]), activated: null };
  assert.deepEqual(findMapCondition([photo]), { dead: [], constant: [0], nonFinite: [] });
});

Deno.test("findMapCondition() does not take maps without a finite value for constant", () => {
  const photo = measure([NaN, NaN], [Infinity, Infinity]);
  assert.deepEqual(findMapCondition([photo]), { dead: [], constant: [], nonFinite: [0, 1] });
});

Deno.test("findMapCondition() says nothing without a photo", () => {
  assert.deepEqual(findMapCondition([]), { dead: [], constant: [], nonFinite: [] });
});

Deno.test("findMapCondition() takes no single cell for a constant map", () => {
  const own = { data: Float32Array.of(-1, 2), dims: [2, 1, 1] };
  const lit = { ...own, data: Float32Array.of(0, 2) };
  const photo = { measures: measureMaps(own), activated: measureMaps(lit) };
  assert.deepEqual(findMapCondition([photo]), { dead: [0], constant: [], nonFinite: [] });
});
