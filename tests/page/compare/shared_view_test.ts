import assert from "node:assert/strict";
import type { ComparedSide } from "../../../src/page/sides/compared_side.ts";
import type { ComparedTiles } from "../../../src/page/sides/compared_tiles.ts";
import { findNextView, viewSides } from "../../../src/page/compare/shared_view.ts";
import type { KernelView } from "../../../src/site/tile/kernel_view.ts";

function makeSide(name: "a" | "b", ...views: KernelView[]): ComparedSide {
  const tiles = (view: KernelView) => ({ size: view }) as ComparedTiles;
  return {
    name,
    views: new Map(views.map((view) => [view, tiles(view)])),
  } as unknown as ComparedSide;
}

const listViews = (a: ComparedSide, b: ComparedSide, asked: KernelView | "") =>
  viewSides([a, b], asked).map(({ kernels }) => kernels?.size ?? null);

Deno.test("viewSides() shows both sides in one view: the one that is asked for, else the first", () => {
  const [a, b] = [makeSide("a", "composed", "slices"), makeSide("b", "composed", "slices")];
  assert.deepEqual(listViews(a, b, ""), ["composed", "composed"]);
  assert.deepEqual(listViews(a, b, "slices"), ["slices", "slices"]);
  assert.deepEqual(listViews(a, b, "weights"), ["composed", "composed"]);
  assert.deepEqual(listViews(a, makeSide("b", "slices"), "composed"), ["slices", "slices"]);
});

Deno.test("viewSides() leaves each side its own where they have no view in common", () => {
  const a = makeSide("a", "composed", "slices");
  assert.deepEqual(listViews(a, makeSide("b", "weights"), "slices"), ["composed", "weights"]);
  assert.deepEqual(listViews(a, makeSide("b"), "slices"), ["composed", null]);
});

Deno.test("findNextView() goes round what both sides have", () => {
  const [a, b] = [makeSide("a", "composed", "slices"), makeSide("b", "composed", "slices")];
  assert.equal(findNextView([a, b], ""), "slices");
  assert.equal(findNextView([a, b], "slices"), "composed");
  assert.equal(findNextView([a, makeSide("b")], ""), null);
});
