import assert from "node:assert/strict";
import { parsePreprocessorConfig } from "../../src/config/huggingface.ts";

const IMAGENET = { image_mean: [0.485, 0.456, 0.406], image_std: [0.229, 0.224, 0.225] };

// google/vit-base-patch16-224, in the older form
const VIT = {
  do_normalize: true,
  do_resize: true,
  feature_extractor_type: "ViTFeatureExtractor",
  image_mean: [0.5, 0.5, 0.5],
  image_std: [0.5, 0.5, 0.5],
  resample: 2,
  size: 224,
};

// microsoft/resnet-50
const RESNET = {
  ...IMAGENET,
  crop_pct: 0.875,
  do_normalize: true,
  do_resize: true,
  image_processor_type: "ConvNextImageProcessor",
  resample: 3,
  size: { shortest_edge: 224 },
};

Deno.test("parsePreprocessorConfig() stretches where one number means a square", () => {
  assert.deepEqual(parse(VIT), {
    resize: { kind: "size", width: 224, height: 224, fit: "fill" },
    kernel: "bilinear",
    crop: null,
    profile: "ignore",
    channels: "RGB",
    rescale: 1 / 255,
    mean: [0.5, 0.5, 0.5],
    std: [0.5, 0.5, 0.5],
  });
});

Deno.test("parsePreprocessorConfig() resizes by crop_pct and crops below an edge of 384", () => {
  const { resize, crop, kernel } = parse(RESNET);
  assert.deepEqual(resize, { kind: "shortestEdge", length: 256 });
  assert.deepEqual(crop, { width: 224, height: 224, rounding: "down" });
  assert.equal(kernel, "bicubic");
});

Deno.test("parsePreprocessorConfig() stretches by crop_pct from an edge of 384", () => {
  const { resize, crop } = parse({ ...RESNET, size: { shortest_edge: 384 } });
  assert.deepEqual(resize, { kind: "size", width: 384, height: 384, fit: "fill" });
  assert.equal(crop, null);
});

Deno.test("parsePreprocessorConfig() reads an edge, a centre crop and switched-off steps", () => {
  const recipe = parse({
    do_resize: true,
    size: { shortest_edge: 288 },
    do_center_crop: true,
    crop_size: { height: 256, width: 192 },
    do_rescale: false,
    do_normalize: false,
    do_flip_channel_order: true,
    do_pad: false,
    resample: 1,
  });
  assert.deepEqual(recipe, {
    resize: { kind: "shortestEdge", length: 288 },
    kernel: "lanczos3",
    crop: { width: 192, height: 256, rounding: "down" },
    profile: "ignore",
    channels: "BGR",
    rescale: 1,
    mean: [0, 0, 0],
    std: [1, 1, 1],
  });
});

Deno.test("parsePreprocessorConfig() names the field that it cannot honour", async (t) => {
  const cases: readonly (readonly [Record<string, unknown>, RegExp])[] = [
    [{ ...VIT, rescale_offset: true }, /"rescale_offset" \(true\) cannot be honoured/],
    [{ ...VIT, do_pad: true }, /"do_pad" \(true\)/],
    [{ ...VIT, size: { longest_edge: 800 } }, /"size" \(\{"longest_edge":800\}\)/],
    [{ ...VIT, resample: 4 }, /"resample" \(4\)/],
    [{ ...VIT, size: undefined }, /"size" is missing/],
    [{ ...VIT, size: 0 }, /"size" \(0\)/],
    [{ ...VIT, feature_extractor_type: "OtherFeatureExtractor" }, /square or a shortest edge/],
    [{ ...VIT, image_mean: undefined }, /"image_mean"/],
    [{ ...VIT, image_std: [1, 2] }, /"image_std" \(\[1,2\]\) is no list of 3 numbers/],
    [{ ...RESNET, do_center_crop: true, crop_size: "big" }, /"crop_size" \("big"\)/],
  ];
  for (const [fields, message] of cases) {
    await t.step(String(message), () => assert.throws(() => parse(fields), { message }));
  }
});

Deno.test("parsePreprocessorConfig() refuses what is no object", () => {
  assert.throws(() => parsePreprocessorConfig("[]", "a.json"), {
    name: "TypeError",
    message: 'Cannot read preprocessor config "a.json": it is no object',
  });
  assert.throws(() => parsePreprocessorConfig("{", "a.json"), SyntaxError);
});

function parse(fields: Record<string, unknown>): ReturnType<typeof parsePreprocessorConfig> {
  return parsePreprocessorConfig(JSON.stringify(fields), "preprocessor_config.json");
}
