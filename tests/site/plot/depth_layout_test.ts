import assert from "node:assert/strict";
import { DEPTH_FRAME, layoutDepth, type Quartiles } from "../../../src/site/plot/depth_layout.ts";

const { left, right, top, bottom } = DEPTH_FRAME;

function layers(count: number, high = 1): Quartiles[] {
  return Array.from({ length: count }, (_, i) => {
    return { low: 0, median: high * i / count, high };
  });
}

Deno.test("layoutDepth() gives every layer as much room, in the order of the graph", () => {
  for (const count of [2, 5, 150]) {
    const { columns } = layoutDepth(layers(count));
    assert.equal(columns.length, count);
    assert.equal(columns[0]!.left, left);
    assert.ok(Math.abs(columns.at(-1)!.left + columns.at(-1)!.width - right) < 0.2);
    assert.ok(columns.every(({ x }, i) => i === 0 || x > columns[i - 1]!.x));
  }
});

Deno.test("layoutDepth() puts 0 on the axis and the largest below the top", () => {
  const { columns, yTicks } = layoutDepth(layers(4, 0.28));
  assert.deepEqual(yTicks[0], { value: 0, at: bottom });
  assert.equal(columns[0]!.median, bottom);
  assert.ok(columns[0]!.high > top);
});

Deno.test("layoutDepth() has room for what lies below 0", () => {
  const { columns, yTicks } = layoutDepth([
    { low: -0.1, median: 0, high: 0.1 },
    { low: 0, median: 0.1, high: 0.2 },
  ]);
  assert.equal(yTicks[0]!.value, -0.1);
  assert.equal(columns[0]!.low, bottom);
});

Deno.test("layoutDepth() draws no line across layers without numbers", () => {
  const [first, second] = layers(2) as [Quartiles, Quartiles];
  const { line, band, columns } = layoutDepth([first, second, null, first, second, second]);
  assert.equal(line.split("M").length - 1, 2);
  assert.equal(band.split("Z").length - 1, 2);
  assert.deepEqual(columns.map(({ place }) => place), [0, 1, 3, 4, 5]);
});

Deno.test("layoutDepth() numbers as many layers as have room, from 1", () => {
  const numbers = (count: number): number[] =>
    layoutDepth(layers(count)).xTicks.map(({ value }) => value);
  assert.deepEqual(numbers(3), [1, 2, 3]);
  assert.deepEqual(numbers(26), [1, 5, 10, 15, 20, 25]);
  assert.deepEqual(numbers(150), [1, 20, 40, 60, 80, 100, 120, 140]);
});
