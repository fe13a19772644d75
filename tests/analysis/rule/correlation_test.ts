import assert from "node:assert/strict";
import type { Values } from "../../../src/analysis/kernel/kernel_measures.ts";
import { correlateRelations } from "../../../src/analysis/rule/correlation.ts";
import { type Correlation, spearman } from "../../../src/analysis/rule/spearman.ts";
import { createRandom, type Random } from "../../support/random.ts";

// With one column held fixed.
function partialSpearman(x: Values, y: Values, fixed: Values): Correlation {
  return correlateRelations([{ x, y, fixed }])[0]!;
}

function blur(values: readonly number[], noise: number, random: Random): number[] {
  return values.map((value) => value + noise * random.floats(1, -1, 1)[0]!);
}

Deno.test("correlateRelations() is Spearman's where nothing is held fixed, each by its own rows", () => {
  const random = createRandom(84);
  const columns = Array.from({ length: 5 }, (_, i) => {
    const values: (number | null)[] = [...random.floats(20)];
    return i % 2 === 0 ? values : values.with(i, null).with(19, NaN);
  });
  const relations = columns.flatMap((x) => columns.map((y) => ({ x, y, fixed: null })));
  assert.deepEqual(correlateRelations(relations), relations.map(({ x, y }) => spearman(x, y)));
});

Deno.test("correlateRelations() with a column held fixed follows the formula", () => {
  const random = createRandom(85);
  const [x, y, z] = [0, 1, 2].map(() => [...random.floats(12)]) as [number[], number[], number[]];
  const [xy, xz, yz] = [spearman(x, y).value!, spearman(x, z).value!, spearman(y, z).value!];
  const expected = (xy - xz * yz) / Math.sqrt((1 - xz ** 2) * (1 - yz ** 2));
  assert(Math.abs(partialSpearman(x, y, z).value! - expected) < 1e-12);
});

Deno.test("correlateRelations() with a column held fixed is near 0 for what is only a proxy", () => {
  const random = createRandom(86);
  const cause = [...random.floats(1000)];
  const effect = blur(cause, 0.3, random);
  const proxy = blur(cause, 0.3, random);
  assert(spearman(proxy, effect).value! > 0.7);
  assert(Math.abs(partialSpearman(proxy, effect, cause).value!) < 0.1);
  assert(partialSpearman(cause, effect, proxy).value! > 0.5);
});

Deno.test("correlateRelations() with a column held fixed leaves a correlation that the third column has no part in", () => {
  const random = createRandom(87);
  const x = [...random.floats(1000)];
  const y = blur(x, 0.5, random);
  const other = [...random.floats(1000)];
  assert(Math.abs(partialSpearman(x, y, other).value! - spearman(x, y).value!) < 0.02);
});

Deno.test("correlateRelations() with a column held fixed takes the rows in which no column is null", () => {
  const random = createRandom(88);
  const [x, y, z] = [0, 1, 2].map(() => [...random.floats(9)]) as [number[], number[], number[]];
  const whole = partialSpearman(x.slice(3), y.slice(3), z.slice(3));
  const holed = partialSpearman(x.with(0, NaN), [y[0]!, null, ...y.slice(2)], [
    ...z.slice(0, 2),
    null,
    ...z.slice(3),
  ]);
  assert.deepEqual(holed, whole);
  assert.equal(holed.n, 6);
});

Deno.test("correlateRelations() with a column held fixed is null where the fixed column leaves nothing, or rows are few", () => {
  const x = [1, 2, 3, 4, 5];
  const y = [2, 1, 4, 3, 5];
  assert.deepEqual(partialSpearman(x, y, x.map(Math.exp)), { value: null, n: 5 });
  assert.deepEqual(partialSpearman(x, y, y.map((value) => -value)), { value: null, n: 5 });
  assert.deepEqual(partialSpearman(x, y, [7, 7, 7, 7, 7]), { value: null, n: 5 });
  assert.deepEqual(partialSpearman([1, 2, 3], [1, 3, 2], [2, 1, 3]), { value: null, n: 3 });
});
