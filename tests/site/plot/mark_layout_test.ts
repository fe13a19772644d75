import assert from "node:assert/strict";
import { layoutMarks, type Mark, MOST_MARKS } from "../../../src/site/plot/mark_layout.ts";
import { FRAME, type Point } from "../../../src/site/plot/scatter_layout.ts";
import { createRandom } from "../../support/random.ts";

const SIZE = { width: 28, height: 24 };

function listPoints(places: readonly (readonly [number, number])[]): Point[] {
  return places.map(([x, y], k) => ({ k, x, y, across: 0, up: 0 }));
}

Deno.test("layoutMarks() sets a tile on its point, and inside the axes", () => {
  const marks = layoutMarks(listPoints([[200, 140], [40, 24], [388, 256]]), SIZE);
  assert.deepEqual([...marks], [
    [1, { x: 40, y: 24 }],
    [0, { x: 186, y: 128 }],
    [2, { x: 360, y: 232 }],
  ]);
});

Deno.test("layoutMarks() sets a tile beside its point where another is near", () => {
  assert.deepEqual([...layoutMarks(listPoints([[200, 140], [210, 140]]), SIZE)], [
    [0, { x: 186, y: 109 }],
    [1, { x: 196, y: 147 }],
  ]);
});

Deno.test("layoutMarks() leaves out what would cover another point or tile", () => {
  const crowd = Array.from(
    { length: 2000 },
    (_, i) => [40 + i % 50 * 7, 24 + 6 * Math.floor(i / 50)],
  );
  assert.deepEqual([...layoutMarks(listPoints(crowd as [number, number][]), SIZE)], []);
});

Deno.test("layoutMarks() keeps tiles apart, off other points and to a number, in any order", () => {
  const random = createRandom(7);
  for (const count of [1, 12, 40, 120, 400]) {
    const points = listPoints(Array.from({ length: count }, () => {
      return [random.whole(40, 388), random.whole(24, 256)];
    }));
    const marks = layoutMarks(points, SIZE);
    assert(marks.size <= MOST_MARKS);
    for (const [k, mark] of marks) checkMark({ k, mark }, { points, marks });
    assert.deepEqual([...layoutMarks(points.toReversed(), SIZE)], [...marks]);
  }
  const grid = listPoints(
    Array.from({ length: 40 }, (_, i) => [60 + i % 8 * 40, 40 + 40 * (i >> 3)]),
  );
  assert.deepEqual([...layoutMarks(grid, SIZE).keys()], [...grid.keys()].slice(0, MOST_MARKS));
});

function checkMark(
  { k, mark: { x, y } }: { readonly k: number; readonly mark: Mark },
  { points, marks }: {
    readonly points: readonly Point[];
    readonly marks: ReadonlyMap<number, Mark>;
  },
): void {
  assert(x >= FRAME.left && x + SIZE.width <= FRAME.right);
  assert(y >= FRAME.top && y + SIZE.height <= FRAME.bottom);
  const covered = points.filter((each) =>
    each.x > x && each.x < x + SIZE.width && each.y > y && each.y < y + SIZE.height
  );
  assert(covered.every((each) => each.k === k));
  for (const [other, mark] of marks) {
    const apart = Math.abs(mark.x - x) >= SIZE.width || Math.abs(mark.y - y) >= SIZE.height;
    assert(other === k || apart);
  }
}
