import assert from "node:assert/strict";
import { parseConfig } from "../../../src/config/parse.ts";
import { type PresetName, presetNames, presets } from "../../../src/config/preprocess/presets.ts";

// [what 0 and 255 become in the first channel, and the order of the channels]
const ranges: Record<PresetName, [number, number, string]> = {
  imagenet: [-2.117904, 2.248908, "RGB"], // torchvision's
  caffe: [-104, 151, "BGR"],
  inception: [-1, 1, "RGB"],
  unit: [0, 1, "RGB"],
  raw: [0, 255, "RGB"],
};

for (const name of presetNames) {
  Deno.test(`presets.${name} gives the range of its family`, () => {
    const { rescale, mean, std, channels } = presets[name];
    const [low, high, order] = ranges[name];
    const [black, white] = [0, 255].map((pixel) => (pixel * rescale - mean[0]!) / std[0]!);
    assert(Math.abs(black! - low) < 1e-6 && Math.abs(white! - high) < 1e-6);
    assert.equal(channels, order);
  });

  Deno.test(`parseConfig() finds the preset ${name}`, () => {
    const models = [{ path: "a.onnx", preprocess: name }];
    const choice = parseConfig({ models, images: ["a.jpg"] }).models[0]?.preprocess;
    assert.deepEqual(choice, { kind: "recipe", name, recipe: presets[name] });
  });
}

Deno.test("presets: only imagenet resizes and crops", () => {
  const sized = presetNames.filter((name) => presets[name].resize || presets[name].crop);
  assert.deepEqual(sized, ["imagenet"]);
  assert.deepEqual(presets.imagenet.resize, { kind: "shortestEdge", length: 256 });
  assert.deepEqual(presets.imagenet.crop, { width: 224, height: 224, rounding: "even" });
});
