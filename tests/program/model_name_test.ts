import assert from "node:assert/strict";
import { nameModels } from "../../src/program/model_name.ts";

// [what, paths, names]
const cases: readonly [string, string[], string[]][] = [
  ["the file", ["nets/alexnet.onnx", "B.ONNX", ".onnx"], ["alexnet", "B", ".onnx"]],
  ["the folder too where files are alike", ["a/model.onnx", "b/model.onnx", "c.onnx"], [
    ...["a/model", "b/model", "c"],
  ]],
  ["as many folders as it takes", ["a/x/m.onnx", "b/x/m.onnx", "b/y/m.onnx"], [
    ...["a/x/m", "b/x/m", "y/m"],
  ]],
  ["what is here and in a folder", ["m.onnx", "a/m.onnx"], ["m", "a/m"]],
];

for (const [what, paths, names] of cases) {
  Deno.test(`nameModels() names models after ${what}`, () => {
    assert.deepEqual(nameModels(paths), names);
  });
}
