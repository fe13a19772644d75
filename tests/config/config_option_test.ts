import assert from "node:assert/strict";
import { changeConfig } from "../../src/config/changed_config.ts";
import {
  CONFIG_OPTIONS,
  nameOptions,
  parseConfigOptions,
  writeFlag,
} from "../../src/config/config_option.ts";
import { configFields, gridFields } from "../../src/config/config.ts";
import { modelFields } from "../../src/config/model_config.ts";
import { parseConfig } from "../../src/config/parse.ts";
import { ConfigError } from "../../src/config/problem/config_error.ts";

// What is named by itself, or holds fields of its own.
const NO_OPTIONS = new Set(["$schema", "models", "images", "grid", "name", "path"]);

Deno.test("CONFIG_OPTIONS has every field of a config, its models and its grid, with a description", () => {
  const fields = [configFields, modelFields, gridFields].flatMap(({ shape }) => Object.keys(shape));
  assert.deepEqual(
    CONFIG_OPTIONS.map(({ key }) => key),
    fields.filter((key) => !NO_OPTIONS.has(key)),
  );
  for (const { key, description } of CONFIG_OPTIONS) assert.match(description, /\w.*\.$/, key);
});

Deno.test("writeFlag() writes a field in kebab-case", () => {
  assert.deepEqual(["title", "padValue"].map(writeFlag), ["--title", "--pad-value"]);
});

Deno.test("parseConfigOptions() gives what a config with these fields would hold", () => {
  const mean = [0.4, 0.5, 0.6];
  const { config, model, grid } = parseConfigOptions({
    title: "Mine",
    projections: false,
    experiments: false,
    tuning: false,
    compare: false,
    values: "none",
    reviews: ["a.json"],
    layers: ["#0", "conv*"],
    preprocess: `{ "mean": [${mean}] } // commented`,
    inputs: ["threshold=0.5", "right=r.jpg", "a=mask.npy", "list=[1, 2]", '{"k": 3}'],
    nrow: "16",
    padValue: "0.5",
  });
  const parsed = parseConfig({
    title: "Mine",
    projections: false,
    experiments: false,
    tuning: false,
    compare: false,
    values: "none",
    reviews: ["a.json"],
    models: [{
      path: "a.onnx",
      layers: ["#0", "conv*"],
      preprocess: { mean },
      inputs: {
        threshold: 0.5,
        right: { photo: "r.jpg" },
        a: { npy: "mask.npy" },
        list: [1, 2],
        k: 3,
      },
    }],
    images: ["a.jpg"],
    grid: { nrow: 16, padValue: 0.5 },
  });
  const plain = parseConfig({ models: [{ path: "a.onnx" }], images: ["a.jpg"] });
  assert.deepEqual(changeConfig(plain, { config, model, grid }, (path) => path), parsed);
  assert.deepEqual(grid, { nrow: 16, padValue: 0.5 });
});

Deno.test("parseConfigOptions() lists all problems by the options, with what is allowed", () => {
  const given = { values: "full", layers: ["#x"], preprocess: "imagnet", nrow: "8a", padding: "" };
  assert.throws(() => parseConfigOptions(given), (error) => {
    assert(error instanceof ConfigError);
    assert.match(error.message, /^Cannot parse command line: 5 problems\n/);
    assert.deepEqual(error.problems.map(({ path }) => path), [
      ...["--values", "--layers", "--preprocess", "--nrow", "--padding"],
    ]);
    assert.match(error.message, /--preprocess: .*did you mean "imagenet"/);
    assert.match(error.message, /--nrow: found "8a", expected an integer >= 1/);
    return true;
  });
});

Deno.test("parseConfigOptions() takes texts as they are, whatever they begin with", () => {
  const { config, model } = parseConfigOptions({
    title: "[draft] {mine}",
    note: "{",
    image: "[x]",
  });
  assert.deepEqual([config.title, config.note, model.image], ["[draft] {mine}", "{", "[x]"]);
});

Deno.test("parseConfigOptions() refuses what is no pair of a name and a value", () => {
  const given = { inputs: ["k=1", "threshold"] };
  assert.throws(() => parseConfigOptions(given), /--inputs: found "threshold", expected an object/);
});

Deno.test("parseConfigOptions() names the option whose JSON is broken", () => {
  assert.throws(() => parseConfigOptions({ inputs: ["{a"] }), /--inputs/);
  assert.throws(
    () => parseConfigOptions({ preprocess: '{"std": 0}' }),
    /--preprocess std: found 0/,
  );
});

Deno.test("changeConfig() changes all models, keeps what is not named, and moves paths", () => {
  const config = parseConfig({
    title: "Two",
    models: [{ path: "a.onnx", image: "x" }, { path: "b.onnx", preprocess: "unit" }],
    images: ["a.jpg"],
    grid: { nrow: 3 },
  });
  const change = parseConfigOptions({
    preprocess: "hf/preprocessor_config.json",
    inputs: ['{"left": {"photo": "left.jpg"}, "mask": {"npy": "mask.npy"}, "k": 2}'],
    reviews: ["r/*.json"],
    labels: "words.txt",
    padding: "0",
  });
  const changed = changeConfig(config, change, (path) => `../${path}`);
  assert.equal(changed.title, "Two");
  assert.deepEqual(changed.grid, { nrow: 3, padding: 0, padValue: 0 });
  assert.deepEqual(changed.reviews, ["../r/*.json"]);
  assert.deepEqual(changed.models.map(({ image }) => image), ["x", null]);
  for (const { preprocess, inputs, labels } of changed.models) {
    assert.equal(labels, "../words.txt");
    assert.equal("path" in preprocess && preprocess.path, "../hf/preprocessor_config.json");
    assert.deepEqual(inputs, {
      left: { kind: "photo", path: "../left.jpg" },
      mask: { kind: "npy", path: "../mask.npy" },
      k: { kind: "numbers", values: 2 },
    });
  }
});

Deno.test("nameOptions() tells a problem of a field by the option that stands in for it", () => {
  const error = new ConfigError([
    { path: "models[0].layers", message: "no such layer" },
    { path: "models[1].layers", message: "no such layer" },
    { path: "models[0].image", message: "no such input" },
    { path: "reviews[0]", message: "no such file" },
  ]);
  const change = parseConfigOptions({ layers: ["a"], reviews: ["b"] });
  const { models } = parseConfig({
    models: [{ path: "a.onnx" }, { path: "b.onnx" }],
    images: ["a.jpg"],
  });
  const listPaths = (of: typeof models): string[] =>
    nameOptions(error, change, { models: of, source: "c.json" }).problems.map(({ path }) => path);
  assert.deepEqual(listPaths(models), [
    ...["--layers of a", "--layers of b", "models[0].image", "--reviews"],
  ]);
  assert.equal(listPaths(models.slice(0, 1))[0], "--layers");
});
