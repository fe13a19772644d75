import assert from "node:assert/strict";
import { MAP_MEASURES } from "../../src/analysis/map/map_measures.ts";
import { gatherMapNumbers, listMapNumbers, MAP_NUMBERS } from "../../src/site/map_numbers.ts";
import { layerReports } from "../support/report/made_measures.ts";

const [followed, unfollowed] = layerReports;

Deno.test("MAP_NUMBERS has every measure that is averaged, those first that compare with the photo", () => {
  const averaged = Object.entries(MAP_MEASURES).filter(([, { isAveraged }]) => isAveraged);
  const ofPhoto = averaged.filter(([, { comparesPhoto }]) => comparesPhoto).map(([name]) => name);
  const ofMap = averaged.filter(([, { comparesPhoto }]) => !comparesPhoto).map(([name]) => name);
  assert.deepEqual(MAP_NUMBERS, [...ofPhoto, "on", ...ofMap]);
});

Deno.test("listMapNumbers() has cells on behind an activation, and negative ones where none follows", () => {
  const without = (left: string) => MAP_NUMBERS.filter((name) => name !== left);
  assert.deepEqual(listMapNumbers(followed!), without("negatives"));
  assert.deepEqual(listMapNumbers(unfollowed!), without("on"));
  assert.deepEqual(listMapNumbers({ averages: null, activity: null }), []);
});

Deno.test("gatherMapNumbers() takes zeros behind the activation", () => {
  assert.equal(gatherMapNumbers(followed!)!.zeros[0], 0.25);
  assert.equal(gatherMapNumbers(unfollowed!)!.zeros[0], 0);
  assert.equal(gatherMapNumbers({ averages: null, activity: null }), null);
});
