import assert from "node:assert/strict";
import { findShared, findTarget } from "../../../src/page/tile/value_range.ts";
import { findOverlay } from "../../../src/site/tile/tile_range.ts";
import { createRandom } from "../../support/random.ts";

const ranges = [{ low: -1, high: 2 }, null, { low: 0, high: 5 }];

Deno.test("findShared() spans all tiles, around zero where that is asked for", () => {
  assert.equal(findShared(ranges, "tile", "grey"), null);
  assert.equal(findShared(ranges, "tile", "signed"), null);
  assert.deepEqual(findShared(ranges, "layer", "grey"), { low: -1, high: 5 });
  assert.deepEqual(findShared(ranges, "layer", "signed"), { low: -5, high: 5 });
  assert.deepEqual(findShared(ranges, "zero", "grey"), { low: -5, high: 5 });
  assert.equal(findShared([null], "layer", "grey"), null);
  assert.equal(findShared([], "zero", "grey"), null);
});

Deno.test("findTarget() puts zero in the middle of a tile for signed colours alone", () => {
  const own = { low: -1, high: 3 };
  assert.deepEqual(findTarget(own, { shared: null, map: "grey" }), own);
  assert.deepEqual(findTarget(own, { shared: null, map: "signed" }), { low: -3, high: 3 });
  const shared = { low: -9, high: 9 };
  assert.deepEqual(findTarget(own, { shared, map: "viridis" }), shared);
});

Deno.test("findOverlay() is clear where a tile already has its target's range", () => {
  assert.equal(findOverlay({ low: -1, high: 2 }, { low: -1, high: 2 }), "transparent");
});

Deno.test("findOverlay() laid over a tile gives the greys of the target's range", () => {
  const random = createRandom(3);
  for (let i = 0; i < 200; i++) {
    const [far = 0, wide = 0, ...ends] = random.floats(4);
    const target = { low: -far * 4, high: wide * 4 + 0.01 };
    const [one = 0, other = 1] = ends.toSorted((a, b) => a - b);
    const span = target.high - target.low;
    const own = { low: target.low + one * span, high: target.low + other * span };
    const [, grey, alpha] = /^rgb\(([\d.e-]+) .* \/ ([\d.e-]+)\)$/.exec(findOverlay(own, target))!;
    for (const share of [0, 0.3, 1]) {
      const value = own.low + share * (own.high - own.low);
      const seen = share * 255 * (1 - Number(alpha)) + Number(grey) * Number(alpha);
      assert.ok(Math.abs(seen - 255 * (value - target.low) / span) < 1e-6);
    }
  }
});
