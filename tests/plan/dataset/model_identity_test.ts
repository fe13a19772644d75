import assert from "node:assert/strict";
import { presets } from "../../../src/config/preprocess/presets.ts";
import { isOfModel, writePreparation } from "../../../src/plan/dataset/model_identity.ts";

const model = {
  sha256: "1",
  preprocess: { name: "unit", recipe: presets.unit },
  given: {
    threshold: { kind: "numbers", values: 0.5 },
    right: { kind: "photo", path: "photos/right.jpg" },
  },
} as const;

const tallied = { sha256: "1", preprocess: JSON.parse(JSON.stringify(writePreparation(model))) };

Deno.test("isOfModel() knows a model by its file, its preprocessing and what its inputs take", () => {
  assert.equal(isOfModel(tallied, model), true);
  const { threshold, right } = model.given;
  assert.equal(isOfModel(tallied, { ...model, given: { right, threshold } }), true);
  const moved = { ...right, path: "../elsewhere/right.jpg" };
  assert.equal(isOfModel(tallied, { ...model, given: { right: moved, threshold } }), true);
  const others = [
    { ...model, sha256: "2" },
    { ...model, preprocess: { name: "raw", recipe: presets.raw } },
    { ...model, given: {} },
    { ...model, given: { right, threshold: { kind: "numbers", values: 0.7 } } } as const,
  ];
  for (const other of others) assert.equal(isOfModel(tallied, other), false);
});

Deno.test("writePreparation() writes the preprocessing alone where a photo is all that is fed", () => {
  const { inputs: _, ...recipe } = writePreparation(model) as { readonly inputs: unknown };
  assert.deepEqual(writePreparation({ ...model, given: {} }), recipe);
});
