import assert from "node:assert/strict";
import type { Preprocess } from "../../src/config/preprocess/preprocess.ts";
import { parseRecipe } from "../support/recipe.ts";
import { presets } from "../../src/config/preprocess/presets.ts";
import { findFeeds, type ImageInput } from "../../src/onnx/input/feed.ts";
import { readModel } from "../../src/onnx/read/read_model.ts";
import type { DataType } from "../../src/onnx/wire/proto.ts";
import { toInput } from "../../src/raster/input.ts";
import type { Raster } from "../../src/raster/raster.ts";
import { requireLevels } from "../../src/jobs/input_check.ts";
import { encodeModel } from "../support/model/onnx_model.ts";

// Every level once, as a grey photo.
const ramp: Raster = {
  width: 16,
  height: 16,
  channels: 3,
  data: Uint8Array.from({ length: 3 * 256 }, (_, i) => Math.floor(i / 3)),
};

const ink: Raster = { ...ramp, data: ramp.data.map((level) => level < 128 ? 0 : 255) };

function declare(type: DataType): ImageInput {
  const model = readModel(encodeModel({
    nodes: [{ op: "Cast", inputs: ["photo"], outputs: ["x"], int: { to: 1 } }],
    initializers: {},
    inputs: { photo: { type, dims: [1, 3, 16, 16] } },
  }));
  return findFeeds(model, [{ declared: model.graph.inputs.get("photo")!, feed: "photo" }]).image;
}

const centred = parseRecipe({ rescale: 1, mean: 128 });

const RAW = /; the preset "raw" gives 0 to 255$/;

// [type, what its message says of it, the advice, the recipe that fits every level, another]
const cases: readonly (readonly [DataType, RegExp, RegExp, Preprocess | null, Preprocess])[] = [
  ["uint8", /whole numbers from 0 to 255,/, RAW, presets.raw, centred],
  ["int8", /from -128 to 127,/, /"rescale": 1 and "mean": 128/, centred, presets.raw],
  ["uint16", /only whole numbers,/, RAW, presets.raw, centred],
  ["int16", /from -32768 to 32767,/, RAW, presets.raw, presets.unit],
  ["uint32", /only whole numbers,/, RAW, presets.raw, centred],
  ["int32", /only whole numbers,/, RAW, presets.raw, presets.imagenet],
  ["uint64", /only whole numbers,/, RAW, presets.raw, centred],
  ["int64", /only whole numbers,/, RAW, presets.raw, presets.unit],
  ["uint4", /from 0 to 15,/, /no photo has so few levels$/, null, presets.raw],
  ["int4", /from -8 to 7,/, /no photo has so few levels$/, null, centred],
  [
    "bool",
    /only 0 and 1,/,
    /"unit" gives these for a picture of black and white/,
    null,
    presets.raw,
  ],
];

for (const [type, range, advice, fitting, other] of cases) {
  Deno.test(`requireLevels() lets an input of ${type} have nothing but whole numbers`, () => {
    const image = declare(type);
    if (fitting !== null) requireLevels(toInput(ramp, fitting), image);
    for (const recipe of [presets.unit, presets.imagenet, presets.inception, other]) {
      const refused = (): void => requireLevels(toInput(ramp, recipe), image);
      assert.throws(refused, { name: "RangeError", message: range });
      assert.throws(refused, { message: advice });
    }
  });
}

Deno.test("requireLevels() lets a picture of black and white be bool", () => {
  requireLevels(toInput(ink, presets.unit), declare("bool"));
});

Deno.test("requireLevels() lets an input of any floats have all of them", () => {
  for (const type of ["float32", "float16", "float64", "bfloat16"] as const) {
    requireLevels(toInput(ramp, presets.imagenet), declare(type));
  }
});
