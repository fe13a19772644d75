import assert from "node:assert/strict";
import type { Preprocess } from "../../src/config/preprocess/preprocess.ts";
import { parseRecipe } from "../support/recipe.ts";
import { presets } from "../../src/config/preprocess/presets.ts";
import { findConvLayers } from "../../src/onnx/layer/conv_layer.ts";
import { readModel } from "../../src/onnx/read/read_model.ts";
import { LANGUAGES, nameComparePage, namePage } from "../../src/plan/language.ts";
import { planKernelPictures } from "../../src/plan/picture.ts";
import { type Plan, planReport } from "../../src/plan/plan.ts";
import type { FoundModel, FoundPhoto } from "../../src/plan/found.ts";
import { encodeModel, type ModelText } from "../support/model/onnx_model.ts";
import { describeTinyModel } from "../support/model/tiny_model.ts";

const config = {
  title: "A plan",
  note: null,
  site: null,
  projections: false,
  experiments: false,
  tuning: false,
  compare: true,
  values: "compact" as const,
  patches: true,
  grid: { nrow: 8, padding: 2, padValue: 0 },
};

function findModel(name: string, text: ModelText, recipe: Preprocess): FoundModel {
  const model = readModel(encodeModel(text));
  const layers = findConvLayers(model).map((conv) => ({ conv, field: null }));
  const preprocess = { name: "custom", recipe };
  return {
    name,
    path: `${name}.onnx`,
    sha256: "",
    onnx: model,
    preprocess,
    given: {},
    classes: null,
    image: "photo",
    layers,
    leftOut: null,
  };
}

function findPhoto(name: string): FoundPhoto {
  return {
    name,
    path: `${name}.jpg`,
    dims: null,
    profile: null,
    sha256: "",
    width: 300,
    height: 200,
  };
}

function planModels(...models: readonly FoundModel[]): Plan {
  return planReport(config, {
    photos: [findPhoto("cat"), findPhoto("dog")],
    models,
    dataset: null,
  });
}

const tiny = describeTinyModel();

Deno.test("planReport() plans the pictures of every layer's kernels, in the grid of the config", () => {
  const { models: [model] } = planModels(findModel("tiny", tiny, presets.unit));
  const planned = model!.layers.map(({ conv }) => planKernelPictures(conv, config.grid));
  assert.deepEqual(model!.layers.map(({ pictures }) => pictures), planned);
  assert(planned.every((pictures) => pictures.length > 0));
});

Deno.test("planReport() plans no kernels for a layer that computes its weights", () => {
  const computed = { ...tiny, initializers: { w1: tiny.initializers["w1"]! } };
  const { models: [model] } = planModels(findModel("tiny", computed, presets.unit));
  assert.deepEqual(model!.layers[1]!.pictures, []);
});

Deno.test("planReport() gives every folder a name of its own, apart from the report's files", () => {
  const again = describeTinyModel({ first: "index.html", second: "INDEX.html" });
  const { models } = planModels(
    findModel("assets", tiny, presets.unit),
    findModel("a/b", again, presets.unit),
    findModel("a b", tiny, presets.unit),
    findModel("maps.csv", tiny, presets.unit),
  );
  assert.deepEqual(models.map(({ id }) => id), ["assets-2", "a-b", "a-b-2", "maps.csv-2"]);
  assert.deepEqual(models[1]!.layers.map(({ folder }) => folder), [
    "a-b/index.html-2",
    "a-b/INDEX.html-3",
  ]);
});

for (const language of LANGUAGES) {
  Deno.test(`planReport() keeps the names of the pages in ${language} for these`, () => {
    const names = [namePage(language), nameComparePage(language)];
    const layers = describeTinyModel({ first: names[0]!, second: "conv" });
    const { models } = planModels(...names.map((name) => findModel(name, layers, presets.unit)));
    assert.deepEqual(models.map(({ id }) => id), names.map((name) => `${name}-2`));
    assert.equal(models[0]!.layers[0]!.id, `${names[0]}-2`);
  });
}

Deno.test("planReport() gives photos of one name paths of their own", () => {
  const photos = [findPhoto("cat"), findPhoto("cat"), findPhoto("Cat")];
  const plan = planReport(config, {
    photos,
    models: [findModel("tiny", tiny, presets.unit)],
    dataset: null,
  });
  assert.deepEqual(plan.photos.map(({ id }) => id), ["cat", "cat-2", "Cat-3"]);
  assert.deepEqual(plan.models[0]!.inputFiles, [
    { file: "images/cat.png", thumb: "images/thumbs/cat.png" },
    { file: "images/cat-2.png", thumb: "images/thumbs/cat-2.png" },
    { file: "images/Cat-3.png", thumb: "images/thumbs/Cat-3.png" },
  ]);
});

Deno.test("planReport() lets models that see photos alike share their pictures", () => {
  const { models: [first, second] } = planModels(
    findModel("one", tiny, presets.unit),
    findModel("two", tiny, presets.inception), // other values, the same pixels
  );
  const files = first!.inputFiles.map(({ file }) => file);
  assert.deepEqual(files, ["images/cat.png", "images/dog.png"]);
  assert.deepEqual(second!.inputFiles, first!.inputFiles);
});

const larger = { ...tiny, inputs: { photo: ["batch", 3, 16, 16] } };

Deno.test("planReport() lets models share pictures whose size the preprocessing alone decides", () => {
  const recipe = parseRecipe({ crop: { width: 8, height: 8 } });
  const { models: [first, second] } = planModels(
    findModel("one", tiny, recipe),
    findModel("two", larger, recipe),
  );
  assert.deepEqual(second!.inputFiles, first!.inputFiles);
});

// [what, model, recipe]
const views: readonly [string, ModelText, Preprocess][] = [
  ["another size of the input", larger, presets.unit],
  ["a crop", tiny, parseRecipe({ crop: { width: 8, height: 8 } })],
  ["a resizing", tiny, parseRecipe({ resize: { width: 8, height: 8 } })],
  ["another filter", tiny, parseRecipe({ kernel: "nearest" })],
  ["grey", tiny, parseRecipe({ channels: "gray" })],
];

for (const [what, text, recipe] of views) {
  Deno.test(`planReport() gives ${what} pictures of its own`, () => {
    const { models: [, second] } = planModels(
      findModel("one", tiny, presets.unit),
      findModel("two", text, recipe),
    );
    const files = second!.inputFiles.map(({ file }) => file);
    assert.deepEqual(files, ["images/cat-2.png", "images/dog-2.png"]);
  });
}

Deno.test("planReport() plans .npy files where they are asked for", () => {
  const found = { photos: [], models: [], dataset: null };
  assert.equal(planReport(config, found).npy, false);
  assert.equal(planReport(config, found, { npy: true }).npy, true);
});
