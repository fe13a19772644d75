import assert from "node:assert/strict";
import { configFields } from "../../src/config/config.ts";
import type { ConfigInput } from "../../src/config/config_input.ts";
import type { PreprocessInput } from "../../src/config/preprocess/preprocess_input.ts";
import { preprocessSchema } from "../../src/config/preprocess/preprocess_schema.ts";
import type { DeepReadonly, z } from "../../src/config/problem/field.ts";

type Fields = DeepReadonly<z.input<typeof configFields>>;
type RecipeFields = DeepReadonly<z.input<typeof preprocessSchema>>;

// Types check these: what the one holds, the other takes, and each names every key.
const asWritten = (input: ConfigInput): Fields => input;
const asTyped = (fields: Fields): ConfigInput => fields;
const recipeAsWritten = (input: PreprocessInput): RecipeFields => input;
const recipeAsTyped = (fields: RecipeFields): PreprocessInput => fields;
const keys: Record<keyof ConfigInput, true> = {
  ...{ $schema: true, title: true, note: true, models: true, images: true },
  ...{
    projections: true,
    experiments: true,
    tuning: true,
    compare: true,
    values: true,
    grid: true,
    reviews: true,
    checks: true,
    dataset: true,
    tally: true,
    patches: true,
    site: true,
  },
};
const recipeKeys: Record<keyof PreprocessInput, true> = {
  ...{ preset: true, resize: true, kernel: true, crop: true, profile: true },
  ...{ channels: true, rescale: true, mean: true, std: true },
};

Deno.test("ConfigInput and PreprocessInput are what the schemas take", () => {
  assert.deepEqual(Object.keys(keys).sort(), Object.keys(configFields.shape).sort());
  assert.deepEqual(Object.keys(recipeKeys).sort(), Object.keys(preprocessSchema.shape).sort());
  const input: ConfigInput = { models: [{ path: "a.onnx" }], images: ["a.jpg"], values: true };
  assert.equal(asTyped(asWritten(input)), input);
  const recipe: PreprocessInput = { preset: "unit", crop: null, mean: [0.5, 0.5, 0.5] };
  assert.equal(recipeAsTyped(recipeAsWritten(recipe)), recipe);
});
