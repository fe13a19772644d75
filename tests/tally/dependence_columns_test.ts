import assert from "node:assert/strict";
import { spreadDependence } from "../../src/tally/dependence_columns.ts";
import { createLayerTally, mergeLayers } from "../../src/tally/layer_tally.ts";

const tally = createLayerTally(3);
[0.1, 0.5, 0.2, 0.4, 0.3].forEach((share, place) =>
  tally.tried.set(place, {
    colour: place === 4 ? null : Float32Array.of(share, NaN, place === 0 ? NaN : 1),
    detail: null,
  })
);

const close = (found: readonly (number | null)[], expected: readonly (number | null)[]): void =>
  found.forEach((value, kernel) => {
    const wanted = expected[kernel]!;
    if (wanted === null) assert.equal(value, null);
    else assert.ok(Math.abs(value! - wanted) < 1e-6, `${value}, ${wanted}`);
  });

Deno.test("dependence has its median and its quartiles over the photos that tell it", () => {
  const { photos, median, lowerQuartile, upperQuartile } = spreadDependence(tally, "colour")!;
  assert.equal(photos, 4);
  close(median, [0.3, null, 1]);
  close(lowerQuartile, [0.175, null, 1]);
  close(upperQuartile, [0.425, null, 1]);
});

Deno.test("what no photo was fed without has no columns", () => {
  assert.equal(spreadDependence(tally, "detail"), null);
  assert.equal(spreadDependence(createLayerTally(2), "colour"), null);
});

Deno.test("photos that another part tried are tried in the whole", () => {
  const other = createLayerTally(3);
  other.tried.set(9, { colour: Float32Array.of(0.9, 0.9, 0.9), detail: null });
  mergeLayers(other, tally);
  assert.equal(spreadDependence(other, "colour")!.photos, 5);
});
