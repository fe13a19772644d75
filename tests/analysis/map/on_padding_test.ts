import assert from "node:assert/strict";
import { findOnPadding, type StandingCell } from "../../../src/analysis/map/on_padding.ts";

function cell(
  value: number,
  activated: number | null,
  onPadding: boolean | null,
): StandingCell {
  return { x: 0, y: 0, value, activated, onPadding };
}

Deno.test("findOnPadding() goes by the strongest cell over all photos", () => {
  const cat = [cell(1, 1, true), cell(5, 5, true), null];
  const dog = [cell(2, 2, false), cell(4, 4, false), cell(1, 1, true)];
  assert.deepEqual(findOnPadding([cat, dog]), [1, 2]);
});

Deno.test("findOnPadding() takes what the activation lets through before all else", () => {
  const cat = [cell(9, 0, true)];
  const dog = [cell(-1, 0.5, false)];
  assert.deepEqual(findOnPadding([cat, dog]), []);
  assert.deepEqual(findOnPadding([[cell(9, null, true)], [cell(-1, null, false)]]), [0]);
});

Deno.test("findOnPadding() says nothing of flat maps, and without photos or padding", () => {
  assert.deepEqual(findOnPadding([[cell(1, 1, null), cell(1, 1, false)]]), []);
  assert.equal(findOnPadding([]), null);
  assert.equal(findOnPadding([[cell(1, 1, null)]]), null);
});
