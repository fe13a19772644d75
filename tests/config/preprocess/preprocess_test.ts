import assert from "node:assert/strict";
import { ConfigError } from "../../../src/config/problem/config_error.ts";
import { parseConfig } from "../../../src/config/parse.ts";
import type { Preprocess } from "../../../src/config/preprocess/preprocess.ts";
import { presets } from "../../../src/config/preprocess/presets.ts";
import type { PreprocessChoice } from "../../../src/config/preprocess/preprocess_choice.ts";

Deno.test("preprocess of an empty object is every default", () => {
  assert.deepEqual(parseRecipe({}), {
    resize: null,
    kernel: "bilinear",
    crop: null,
    profile: "ignore",
    channels: "RGB",
    rescale: 1 / 255,
    mean: [0, 0, 0],
    std: [1, 1, 1],
  });
});

Deno.test("preprocess broadcasts one number to every channel", () => {
  const { mean, std } = parseRecipe({ channels: "BGR", mean: 0.5, std: [1, 2, 3] });
  assert.deepEqual([mean, std], [[0.5, 0.5, 0.5], [1, 2, 3]]);
  assert.deepEqual(parseRecipe({ channels: "gray", mean: 0.5, std: [2] }).mean, [0.5]);
});

Deno.test("preprocess tells the two kinds of resizing apart", () => {
  const size = { width: 320, height: 240 };
  assert.deepEqual(parseRecipe({ resize: { shortestEdge: 256 } }).resize, {
    kind: "shortestEdge",
    length: 256,
  });
  assert.deepEqual(parseRecipe({ resize: { shortestEdge: 800, longestEdge: 1333 } }).resize, {
    kind: "edges",
    shortest: 800,
    longest: 1333,
  });
  assert.deepEqual(parseRecipe({ resize: size }).resize, {
    kind: "size",
    ...size,
    fit: "fill",
    margin: 0,
  });
  assert.deepEqual(parseRecipe({ resize: { ...size, fit: "cover" } }).resize, {
    kind: "size",
    ...size,
    fit: "cover",
    margin: 0,
  });
});

Deno.test("preprocess takes what an object leaves out from its preset", () => {
  const crop = { width: 96, height: 64 };
  assert.deepEqual(parseRecipe({ preset: "imagenet", crop }), {
    ...presets.imagenet,
    crop: { ...crop, rounding: "even" },
  });
  const open = parseRecipe({ preset: "imagenet", resize: null, crop: null, std: 2 });
  assert.deepEqual(open, { ...presets.imagenet, resize: null, crop: null, std: [2, 2, 2] });
});

Deno.test("preprocess keeps mean and std by their colours where a preset gets other channels", () => {
  const { mean, std } = parseRecipe({ preset: "imagenet", channels: "BGR" });
  assert.deepEqual([mean, std], [[0.406, 0.456, 0.485], [0.225, 0.224, 0.229]]);
  assert.deepEqual(parseRecipe({ preset: "caffe", channels: "RGBA" }).mean, [123, 117, 104, 0]);
  const grey = parseRecipe({ preset: "imagenet", channels: "gray" });
  assert.deepEqual(grey.mean.map((value) => value.toFixed(3)), ["0.449"]);
  const given = parseRecipe({ preset: "imagenet", channels: "BGR", mean: [1, 2, 3] });
  assert.deepEqual([given.mean, given.std], [[1, 2, 3], [0.225, 0.224, 0.229]]);
});

Deno.test("preprocess is named by its preset unless that is changed", () => {
  assert.deepEqual(parseChoice({ preset: "caffe" }), parseChoice("caffe"));
  assert.deepEqual(parseChoice({ preset: "vit.json", kernel: "nearest" }), {
    kind: "file",
    path: "vit.json",
    changes: { kernel: "nearest" },
  });
});

Deno.test("preprocess that ends in .json is a file", () => {
  assert.deepEqual(parseChoice("vit/preprocessor_config.json"), {
    kind: "file",
    path: "vit/preprocessor_config.json",
    changes: {},
  });
});

const presetsExpected =
  '"auto", a preset (imagenet, caffe, inception, unit, raw), a path ending in ".json", or an object';

// [the preprocess, its problems: path below it and message]
const mistakes: [unknown, ...[string, string][]][] = [
  ["imagnet", ["", `found "imagnet", expected ${presetsExpected}; did you mean "imagenet"?`]],
  ["toString", ["", `found "toString", expected ${presetsExpected}`]],
  [3, ["", `found 3, expected ${presetsExpected}`]],
  [{ resize: 256 }, [
    ".resize",
    "found 256, expected an object {shortestEdge, longestEdge} or {width, height, fit}",
  ]],
  [{ resize: {} }, [".resize.shortestEdge", "missing, expected an integer from 1 to 16384"]],
  [{ resize: { width: 3 } }, [".resize.height", "missing, expected an integer from 1 to 16384"]],
  [
    { resize: { fit: "cover" } },
    [".resize.width", "missing, expected an integer from 1 to 16384"],
    [".resize.height", "missing, expected an integer from 1 to 16384"],
  ],
  [
    { resize: { shortestEdge: 256, fit: "cover" } },
    [".resize.fit", "unknown key. Known keys: shortestEdge, longestEdge"],
  ],
  [
    { crop: { width: 0, height: 16385 } },
    [".crop.width", "found 0, expected an integer from 1 to 16384"],
    [".crop.height", "found 16385, expected an integer from 1 to 16384"],
  ],
  [{ channels: "rgb", mean: [1] }, [
    ".channels",
    'found "rgb", expected one of "RGB", "BGR", "RGBA", "gray"',
  ]],
  [{ rescale: 0 }, [".rescale", "found 0, expected a finite number > 0"]],
  [{ mean: [1, 2] }, [
    ".mean",
    'found a list of 2, expected a number or a list of 3, as channels is "RGB"',
  ]],
  [
    { channels: "gray", std: [1, 1, 1] },
    [".std", 'found a list of 3, expected a number or a list of 1, as channels is "gray"'],
  ],
  [{ std: 0 }, [".std", "found 0, expected a number other than 0"]],
  [{ std: [1, 0, 1] }, [".std[1]", "found 0, expected a number other than 0"]],
  [{ mean: "0.5" }, [
    ".mean",
    'found "0.5", expected a number or a list of 3 numbers (of 1 for "gray", of 4 for "RGBA")',
  ]],
  [
    { kernel: "linear", mean: [1] },
    [".kernel", 'found "linear", expected one of "bilinear", "bicubic", "lanczos3", "nearest"'],
    [".mean", 'found a list of 1, expected a number or a list of 3, as channels is "RGB"'],
  ],
  [{ preset: "cafe" }, [
    ".preset",
    'found "cafe", expected "auto", a preset (imagenet, caffe, inception, unit, raw) or a path ending in ' +
    '".json"; did you mean "caffe"?',
  ]],
  [{ preset: "caffe", mean: [1] }, [
    ".mean",
    'found a list of 1, expected a number or a list of 3, as channels is "BGR"',
  ]],
  [{ sdt: 1 }, [
    ".sdt",
    'unknown key; did you mean "std"? Known keys: preset, resize, kernel, crop, profile, channels, rescale, mean, std',
  ]],
];

for (const [preprocess, ...problems] of mistakes) {
  Deno.test(`preprocess refuses ${JSON.stringify(preprocess)}`, () => {
    assert.throws(() => parseChoice(preprocess), (error) => {
      assert(error instanceof ConfigError);
      const expected = problems.map(([path, message]) => ({
        path: `models[0].preprocess${path}`,
        message,
      }));
      assert.deepEqual(error.problems, expected);
      return true;
    });
  });
}

function parseChoice(preprocess: unknown): PreprocessChoice | undefined {
  const config = parseConfig({ models: [{ path: "a.onnx", preprocess }], images: ["a.jpg"] });
  return config.models[0]?.preprocess;
}

function parseRecipe(preprocess: object): Preprocess {
  const choice = parseChoice(preprocess);
  assert(choice?.kind === "recipe" && choice.name === "custom");
  return choice.recipe;
}
