import assert from "node:assert/strict";
import { fitModels, type FittedModels, SMALL_BYTES } from "../../src/forecast/fitted_models.ts";
import type { FoundModel } from "../../src/plan/found.ts";

function makeModel(count: number): FoundModel {
  return { layers: Array.from({ length: count }, (_, place) => ({ place })) } as never;
}

function placesOf({ layers }: FoundModel): number[] {
  return (layers as unknown as { readonly place: number }[]).map(({ place }) => place);
}

// [layers that there is room for, layers of each model, places that are chosen of each]
const cases: readonly [number, readonly number[], readonly (readonly number[])[]][] = [
  [5, [5], [[0, 1, 2, 3, 4]]],
  [4, [5], [[0, 1, 2, 3]]],
  [3, [5], [[0, 1, 3]]],
  [1, [5], [[0]]],
  [6, [9, 9], [[0, 3, 6], [0, 3, 6]]], // the same of models that are built alike
  [6, [8, 4], [[0, 2, 4, 6], [0, 2]]],
];

for (const [room, counts, chosen] of cases) {
  Deno.test(`fitModels() chooses of ${counts} layers where there is room for ${room}`, () => {
    const measure = (models: readonly FoundModel[]): number =>
      models.reduce((sum, { layers }) => sum + layers.length, 0) * SMALL_BYTES /
      room;
    const asked = { models: counts.map(makeModel), values: "compact" } as const;
    const { models, values } = fitModels(asked, ({ models }) => measure(models));
    assert.deepEqual(models.map(placesOf), chosen);
    assert.deepEqual(models.map(({ chosenOf }) => chosenOf), counts);
    assert.equal(values, "compact"); // they take nothing here
  });
}

Deno.test("fitModels() leaves out the numbers behind the pictures where layers gain by it", () => {
  const asked = { models: [makeModel(5)], values: "compact" } as const;
  const measure = ({ models: [model], values }: FittedModels): number =>
    model!.layers.length * SMALL_BYTES / (values === "none" ? 4 : 2);
  const { models, values } = fitModels(asked, measure);
  assert.deepEqual(models.map(placesOf), [[0, 1, 2, 3]]);
  assert.equal(values, "none");
});
