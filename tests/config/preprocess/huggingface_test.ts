import assert from "node:assert/strict";
import { parsePreprocessorConfig } from "../../../src/config/preprocess/huggingface.ts";
import { sharedPath, testShared } from "../../support/shared.ts";

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
    resize: { kind: "size", width: 224, height: 224, fit: "fill", margin: 0 },
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
  assert.deepEqual(resize, { kind: "size", width: 384, height: 384, fit: "fill", margin: 0 });
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
    image_mean: null,
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
    [{ ...IMAGENET, resample: 2 }, /"size" is missing, and the kind has no default/],
    [{ ...IMAGENET, size: { shortest_edge: 8 } }, /"resample" is missing/],
    [{ size: { shortest_edge: 8 }, resample: 2 }, /"image_mean" is missing/],
    [{ ...VIT, size: 0 }, /"size" \(0\)/],
    [{ ...VIT, feature_extractor_type: undefined }, /square or a shortest edge/],
    [{ ...VIT, do_flip_channel_order: true }, /"do_flip_channel_order" \(true\)/],
    [{ ...VIT, crop_pct: 0.9 }, /"crop_pct" \(0.9\)/],
    [{ ...RESNET, size: { height: 8, width: 8 } }, /"size" \(\{"height":8,"width":8\}\)/],
    [{ image_processor_type: "LlavaImageProcessor", do_pad: true }, /"do_pad" \(true\)/],
    [{ image_processor_type: "DPTImageProcessor", keep_aspect_ratio: true }, /"keep_aspect_ratio"/],
    [{ image_processor_type: "DPTImageProcessor", size: 100, ensure_multiple_of: 32 }, /"ensure_m/],
    [{ image_processor_type: "SuperPointImageProcessor", do_grayscale: true }, /"do_grayscale"/],
    [{ image_processor_type: "GotOcr2ImageProcessor", crop_to_patches: true }, /"crop_to_patches"/],
    [{ image_processor_type: "Gemma3ImageProcessor", do_pan_and_scan: true }, /"do_pan_and_scan"/],
    [{ ...VIT, image_std: [1, 2] }, /"image_std" \(\[1,2\]\) is no list of 3 numbers/],
    [{ ...VIT, do_center_crop: true, crop_size: "big" }, /"crop_size" \("big"\)/],
    [{ image_processor_type: "DetrImageProcessor", pad_size: 800 }, /"pad_size" \(800\)/],
    [{ image_processor_type: "DetrImageProcessor", size: { shortest_edge: 8 } }, /"size" /],
    [{ ...VIT, size: { shortest_edge: 8, longest_edge: 9 } }, /"size" /],
  ];
  for (const [fields, message] of cases) {
    await t.step(String(message), () => assert.throws(() => parse(fields), { message }));
  }
});

// Of transformers 4.57.6 and 5.18.0: what tiles, pads, quantizes, aligns to a multiple or reads videos and
// pairs of photos. Those that are read stand in processor_golden.json and below.
const OTHERS = `
  Aria BridgeTower CHMv2 Cohere2Vision CohereCompass Cosmos3Edge DeepseekOcr2 DeepseekVL
  DeepseekVLHybrid DepthPro Donut EfficientLoFTR Emu3 Eomt Ernie4_5_VL_Moe Ernie4_5_VLMoe Fuyu
  Gemma4 Gemma4Unified Glm46V Glm4v Glm5Next Glmga GlmImage GLPN HunYuanVL Idefics Idefics2
  Idefics3 ImageGPT Inkling Janus Kimi_K25 Kosmos2_5 Lfm2Vl LightGlue Llama4 LlavaNext
  LlavaNextVideo LlavaOnevision Mask2Former MaskFormer MiniCPMV4_6 MiniMaxM3VL Mllama
  MuseGlimmer NemotronH_Omni_Reasoning_V3 NeoMME Nougat OneFormer Owlv2 PaddleOCRVL Perceiver
  PerceptionLM Phi4Multimodal PI0 Pix2Struct Pixtral PPDocLayoutV2 PPDocLayoutV3 PPFormulaNet
  PPLCNet PPOCRV5ServerDet PPOCRV5ServerRec PPOCRV6SmallRec PromptDepthAnything Qwen2VL RfDetr
  Sam Sam3 Sapiens2 Siglip2 SLANeXt SmolVLM Step3p7 SuperGlue Swin2SR TextNet TimmWrapper
  Tipsv2Dpt Tvlt Tvp UVDoc VideoLlama3 Vilt VitMatte VitPose Yolos ZoeDepth
`.trim().split(/\s+/);

Deno.test("parsePreprocessorConfig() refuses every other kind of transformers by its name", () => {
  for (const name of [...OTHERS, "Unheard"]) {
    for (const suffix of ["ImageProcessor", "ImageProcessorFast", "ImageProcessorPil"]) {
      const type = `${name}${suffix}`;
      const message = new RegExp(`the kind "${type}" cannot be honoured; write the preprocessing`);
      assert.throws(() => parse({ image_processor_type: type, size: 224 }), { message });
    }
  }
});

// Of those without a variant that runs without torch: their defaults, as their classes have them.
const fastOnly: readonly (readonly [string, number, string, readonly number[]])[] = [
  ["DINOv3ViTImageProcessorFast", 224, "bilinear", [0.485, 0.456, 0.406]],
  ["PPChart2TableImageProcessor", 1024, "bicubic", [0.48145466, 0.4578275, 0.40821073]],
  ["Sam2ImageProcessorFast", 1024, "bilinear", [0.485, 0.456, 0.406]],
  ["Tipsv2ImageProcessor", 448, "bilinear", [0, 0, 0]],
];

for (const [type, side, kernel, mean] of fastOnly) {
  Deno.test(`parsePreprocessorConfig() has the defaults of ${type}`, () => {
    const recipe = parse({ image_processor_type: type });
    assert.deepEqual(recipe.resize, {
      kind: "size",
      width: side,
      height: side,
      fit: "fill",
      margin: 0,
    });
    assert.deepEqual([recipe.kernel, recipe.mean, recipe.crop], [kernel, mean, null]);
  });
}

Deno.test("parsePreprocessorConfig() has the defaults of a class's fast variant where they differ", () => {
  assert.deepEqual(parse({ image_processor_type: "BeitImageProcessorFast" }).crop, null);
  const clip = parse({ image_processor_type: "CLIPImageProcessor" });
  assert.deepEqual(parse({ image_processor_type: "CLIPImageProcessorFast" }), clip);
  assert.deepEqual(parse({ image_processor_type: "ChineseCLIPImageProcessor" }), clip);
  const detr = parse({ image_processor_type: "DetrImageProcessor" });
  assert.deepEqual(parse({ image_processor_type: "DeformableDetrImageProcessor" }), detr);
  const llava = parse({ image_processor_type: "VideoLlavaImageProcessor" });
  assert.deepEqual(llava, clip);
});

// As fast processors write themselves down: what they leave to their defaults is null.
Deno.test("parsePreprocessorConfig() takes null for what is not said", () => {
  const nulls = ["crop_size", "data_format", "device", "disable_grouping", "do_center_crop"]
    .concat(["do_convert_rgb", "input_data_format", "return_tensors", "do_pad", "pad_size"])
    .concat(["image_mean", "image_std", "rescale_factor", "resample"]);
  const fields = {
    ...Object.fromEntries(nulls.map((name) => [name, null])),
    default_to_square: true,
    image_processor_type: "ViTImageProcessorFast",
    size: { height: 224, width: 224 },
  };
  assert.deepEqual(parse(fields), parse(VIT));
});

// [file, resize, crop, channels, kernel, mean]
const published = [
  ["levit_new", 256, 224, "RGB", "bicubic", 0.485],
  ["mobilevit_xenova", 288, 256, "BGR", "bilinear", 0],
  ["beit_seg", 640, null, "RGB", "bicubic", 0.5],
] as const;

for (const [file, side, crop, channels, kernel, mean] of published) {
  testShared(`parsePreprocessorConfig() reads ${file}.json as its processor does`, async () => {
    const text = await Deno.readTextFile(sharedPath(`cases/hf/${file}.json`));
    const recipe = parsePreprocessorConfig(text, file);
    const { resize } = recipe;
    assert(resize !== null && resize.kind !== "edges");
    assert.equal(resize.kind === "shortestEdge" ? resize.length : resize.width, side);
    assert.equal(recipe.crop?.width ?? null, crop);
    assert.deepEqual([recipe.channels, recipe.kernel, recipe.mean[0]], [channels, kernel, mean]);
    assert.equal(recipe.rescale, 0.00392156862745098);
  });
}

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
