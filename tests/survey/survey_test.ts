import assert from "node:assert/strict";
import type { ConfigInput } from "../../src/config/config_input.ts";
import { ConfigError } from "../../src/config/problem/config_error.ts";
import { surveyConfig } from "../../src/survey/survey.ts";
import {
  createMemoryWorld,
  encodePhoto,
  type MemoryWorld,
} from "../support/report/memory_effects.ts";
import { encodeNpy } from "../../src/tensor/npy/npy.ts";
import { encodeModel } from "../support/model/onnx_model.ts";
import { configureTiny } from "../support/report/tiny_site.ts";
import { countingTensor } from "../support/tensors.ts";
import { encodeTinyModel } from "../support/model/tiny_model.ts";

const encoder = new TextEncoder();
const tiny = encodeTinyModel();

function encodeReviews(...kernels: number[]): Uint8Array<ArrayBuffer> {
  const reviews = kernels.map((kernel) => {
    return { model: "tiny", layer: "conv1", kernel, verdict: "fine" };
  });
  return encoder.encode(JSON.stringify({ format: "convatlas-review", version: 1, reviews }));
}

function createWorld(): MemoryWorld {
  return createMemoryWorld({
    files: {
      "tiny.onnx": tiny,
      "text.onnx": encoder.encode("This is no model, it is a letter."),
      "cut.onnx": tiny.slice(0, tiny.length / 2),
      "empty.onnx": new Uint8Array(0),
      "dense.onnx": encodeModel({
        nodes: [{ op: "Relu", inputs: ["photo"], outputs: ["lit"] }],
        initializers: {},
        inputs: { photo: [1, 3, 8, 8] },
      }),
      "photos/cat.jpg": encodePhoto({ width: 30, height: 20 }),
      "photos/dog.jpg": encodePhoto({ width: 30, height: 20 }, 1),
      "photos/letter.jpg": encoder.encode("This is no photo."),
      "reviews/a.json": encodeReviews(0, 1),
      "reviews/b.json": encodeReviews(2),
      "reviews/letter.json": encoder.encode("{}"),
    },
  });
}

Deno.test("surveyConfig() finds models, their chosen layers, and photos with their sizes", async () => {
  const world = createWorld();
  const models = [{ path: "tiny.onnx", layers: ["conv2"] }];
  using survey = await surveyConfig(
    configureTiny({ models, images: ["photos/cat.jpg"] }),
    world.effects,
  );
  assert.deepEqual(survey.failures, []);
  assert.deepEqual(
    survey.models.map(({ name, layers }) => [name, layers.map(({ conv }) => conv.name)]),
    [
      ["tiny", ["conv2"]],
    ],
  );
  const photos = survey.photos.map(({ sha256, ...photo }) => ({ ...photo, digits: sha256.length }));
  assert.deepEqual(photos, [
    {
      name: "cat",
      path: "photos/cat.jpg",
      width: 30,
      height: 20,
      dims: null,
      profile: null,
      digits: 64,
    },
  ]);
});

Deno.test("surveyConfig() keeps the models' files open until it is disposed", async () => {
  const world = createWorld();
  {
    using _survey = await surveyConfig(
      configureTiny({ images: ["photos/cat.jpg"] }),
      world.effects,
    );
    assert.deepEqual([...world.open], ["tiny.onnx"]);
  }
  assert.deepEqual([...world.open], []);
});

Deno.test("surveyConfig() takes a photo that two entries name once", async () => {
  const images = ["photos/dog.jpg", { path: "photos/cat.jpg", name: "Felix" }, "photos/*t.jpg"];
  const { effects, warnings } = createWorld();
  using survey = await surveyConfig(configureTiny({ images }), effects);
  assert.deepEqual(survey.photos.map(({ name }) => name), ["dog", "Felix"]);
  assert.deepEqual(warnings, [
    '"photos/cat.jpg" is listed as images[1] and as images[2]: it is drawn once',
  ]);
});

Deno.test("surveyConfig() draws one photo under two names, and says that it is one", async () => {
  const photo = encodePhoto({ width: 9, height: 9 });
  const files = { "tiny.onnx": tiny, "a/b.jpg": photo, "a/c.jpg": photo };
  const { effects, warnings } = createMemoryWorld({ files });
  using survey = await surveyConfig(configureTiny({ images: ["a/*.jpg"] }), effects);
  assert.equal(survey.photos.length, 2);
  assert.deepEqual(warnings, ['"a/c.jpg" is the same photo as "a/b.jpg"']);
});

Deno.test("surveyConfig() refuses a pattern where one file is named, with all other mistakes", async () => {
  const images = [{ path: "photos/*.jpg" }, "no/*.png"];
  const models = [{ path: "tiny.onnx", layers: ["conv9"] }, { path: "missing.onnx" }];
  const config = configureTiny({ images, models });
  const survey = surveyConfig(config, createWorld().effects, { source: "my.json" });
  await assert.rejects(survey, (error: Error) => {
    const [head, ...lines] = error.message.split("\n");
    assert.equal(head, 'Cannot parse config "my.json": 4 problems');
    for (const field of ["images[0].path", "images[1]", "models[0].layers", "missing.onnx"]) {
      assert(lines.some((line) => line.startsWith(`  ${field}: `)), field);
    }
    return true;
  });
});

Deno.test("surveyConfig() names a photo of a glob after its file", async () => {
  const files = {
    "tiny.onnx": tiny,
    "a/.hidden": encodePhoto({ width: 1, height: 1 }),
    "a/x.tar.gz": encodePhoto({ width: 1, height: 1 }),
    "a/plain": encodePhoto({ width: 1, height: 1 }),
  };
  const { effects } = createMemoryWorld({ files });
  using survey = await surveyConfig(configureTiny({ images: ["a/*"] }), effects);
  assert.deepEqual(survey.photos.map(({ name }) => name), [".hidden", "plain", "x.tar"]);
});

// [what, file, reason]
const unreadable: readonly [string, string, RegExp][] = [
  ["a missing model", "missing.onnx", /there is no such file/],
  ["a text file named .onnx", "text.onnx", /^Cannot read (ONNX model|protobuf field)/],
  [
    "a truncated model",
    "cut.onnx",
    /^Cannot read ONNX model: it ends \d+ bytes before its graph does/,
  ],
  ["an empty model", "empty.onnx", /^Cannot read ONNX model: it is an empty file/],
  ["a model without convolutions", "dense.onnx", /^Cannot draw model: it has no convolution$/],
];

for (const [what, path, reason] of unreadable) {
  Deno.test(`surveyConfig() notes ${what} as a failure, and goes on`, async () => {
    const models = [{ path }, { path: "tiny.onnx" }];
    const config = configureTiny({ models, images: ["photos/cat.jpg"] });
    using survey = await surveyConfig(config, createWorld().effects);
    assert.deepEqual(survey.models.map(({ name }) => name), ["tiny"]);
    assert.deepEqual(survey.failures.map(({ where }) => where), [path]);
    assert.match(survey.failures[0]!.message, reason);
  });

  Deno.test(`surveyConfig() refuses a config of nothing but ${what}`, async () => {
    const world = createWorld();
    const config = configureTiny({ models: [{ path }], images: ["photos/cat.jpg"] });
    await assert.rejects(surveyConfig(config, world.effects), (error: Error) => {
      assert(error.message.startsWith(`${path}: `));
      assert.match(error.message.slice(path.length + 2), reason);
      return true;
    });
    assert.deepEqual([...world.open], []);
  });
}

Deno.test("surveyConfig() notes a photo that is no photo as a failure, and goes on", async () => {
  using survey = await surveyConfig(configureTiny(), createWorld().effects);
  assert.deepEqual(survey.photos.map(({ name }) => name), ["cat", "dog"]);
  assert.deepEqual(survey.failures.map(({ where, message }) => [where, message]), [
    ["photos/letter.jpg", "Cannot read image: its format is unknown"],
  ]);
});

Deno.test("surveyConfig() finds arrays among the photos, whatever they are called", async () => {
  const files = {
    "tiny.onnx": tiny,
    "a/field.npy": encodeNpy(countingTensor([5, 3, 4])),
    "a/sound.dat": encodeNpy(countingTensor([7])),
    "a/empty.npy": encodeNpy({ data: new Float32Array(0), dims: [0, 3] }),
  };
  const { effects } = createMemoryWorld({ files });
  using survey = await surveyConfig(configureTiny({ images: ["a/*"] }), effects);
  assert.deepEqual(
    survey.photos.map(({ name, width, height, dims }) => ({ name, width, height, dims })),
    [
      { name: "field", width: 4, height: 3, dims: [5, 3, 4] },
      { name: "sound", width: 7, height: 1, dims: [7] },
    ],
  );
  assert.deepEqual(survey.failures.map(({ where, code, values }) => ({ where, code, values })), [
    { where: "a/empty.npy", code: "npy-without-values", values: { dims: [0, 3] } },
  ]);
});

async function findProblems(
  fields: Partial<ConfigInput>,
  world = createWorld(),
): Promise<string[]> {
  try {
    using _survey = await surveyConfig(configureTiny(fields), world.effects);
  } catch (error) {
    assert(error instanceof ConfigError);
    assert.deepEqual([...world.open], []);
    return error.problems.map(({ path, message }) => `${path}: ${message}`);
  }
  return [];
}

Deno.test("surveyConfig() lists all problems of a config at once", async () => {
  const problems = await findProblems({
    models: [{ path: "tiny.onnx", layers: ["conv9"] }, {
      name: "b",
      path: "tiny.onnx",
      layers: ["#7"],
    }],
    images: ["photos/*.webp", "photos/cat.jpg", "nowhere/*"],
  });
  assert.deepEqual(problems.map((problem) => problem.split(":")[0]), [
    "images[0]",
    "images[2]",
    "models[0].layers",
    "models[1].layers",
  ]);
});

Deno.test("surveyConfig() says which inputs there are where a config names none of them", async () => {
  const problems = await findProblems({
    models: [
      { path: "tiny.onnx", image: "phto", inputs: { gain: 1, "w 1": 0 } },
      { name: "b", path: "tiny.onnx", image: "photo", inputs: { photo: 1 } },
    ],
  });
  assert.deepEqual(problems, [
    'models[0].image: the model has no input "phto"; did you mean "photo"? ' +
    'It has "photo" float32 [batch, 3, 8, 8]',
    'models[0].inputs.gain: the model has no input "gain". ' +
    'It has "photo" float32 [batch, 3, 8, 8]',
    'models[0].inputs["w 1"]: the model has no input "w 1". ' +
    'It has "photo" float32 [batch, 3, 8, 8]',
    'models[1].image: "photo" takes the photo; "inputs" gives it a value too',
  ]);
});

Deno.test("surveyConfig() says which layers there are where a selector matches none", async () => {
  const [problem = ""] = await findProblems({ models: [{ path: "tiny.onnx", layers: ["conv3"] }] });
  assert.match(problem, /"conv3".*none of 2 layers; did you mean "conv[12]"\?.*#0 conv1 \(Conv\)/);
});

Deno.test("surveyConfig() says what is there where a glob matches no file", async () => {
  assert.deepEqual(await findProblems({ images: ["photos/*.webp"] }), [
    'images[0]: no file matches "photos/*.webp"; the folder "photos" holds photos/cat.jpg, ' +
    "photos/dog.jpg, photos/letter.jpg",
  ]);
  assert.deepEqual(await findProblems({ images: ["nowhere/*.png"] }), [
    'images[0]: no file matches "nowhere/*.png"; the folder "nowhere" holds no file',
  ]);
});

Deno.test("surveyConfig() lists some of many files, and counts the rest", async () => {
  const numbers = Array.from({ length: 30 }, (_, i) => String(i).padStart(2, "0"));
  const photos = numbers.map((number) => [`p/${number}.jpg`, encodePhoto({ width: 1, height: 1 })]);
  const world = createMemoryWorld({ files: { "tiny.onnx": tiny, ...Object.fromEntries(photos) } });
  const [problem = ""] = await findProblems({ images: ["p/*.png"] }, world);
  assert.match(problem, /holds p\/00\.jpg, .*p\/07\.jpg and 22 more$/);
});

Deno.test("surveyConfig() reads every file of reviews once, in the order of the config", async () => {
  const config = configureTiny({
    images: ["photos/cat.jpg"],
    reviews: ["reviews/b.json", "reviews/a*.json", "reviews/b*.json"],
  });
  using survey = await surveyConfig(config, createWorld().effects);
  assert.deepEqual(survey.failures, []);
  assert.deepEqual(
    survey.reviews.map(({ path, reviews }) => [path, reviews.map(({ kernel }) => kernel)]),
    [["reviews/b.json", [2]], ["reviews/a.json", [0, 1]]],
  );
});

Deno.test("surveyConfig() notes a file that holds no reviews as a failure, and goes on", async () => {
  const config = configureTiny({ images: ["photos/cat.jpg"], reviews: "reviews/*" });
  using survey = await surveyConfig(config, createWorld().effects);
  assert.deepEqual(survey.reviews.map(({ path }) => path), ["reviews/a.json", "reviews/b.json"]);
  assert.deepEqual(survey.failures.map(({ where }) => where), ["reviews/letter.json"]);
  assert.match(
    survey.failures[0]!.message,
    /format: missing, expected "convatlas-review"; version/,
  );
});

Deno.test("surveyConfig() says what is there where no file of reviews matches", async () => {
  assert.deepEqual(await findProblems({ images: ["photos/cat.jpg"], reviews: "review/*.json" }), [
    'reviews[0]: no file matches "review/*.json"; the folder "review" holds no file',
  ]);
});
