import assert from "node:assert/strict";
import { measureKernels } from "../../src/analysis/kernel/kernel_measures.ts";
import { averageMaps } from "../../src/analysis/map/map_averages.ts";
import { type MapMeasures, measureMaps } from "../../src/analysis/map/map_measures.ts";
import { preparePhoto, shrinkPhoto } from "../../src/analysis/map/photo_planes.ts";
import { findRule } from "../../src/analysis/rule/found_rule.ts";
import type { Rule } from "../../src/analysis/rule/rule.ts";
import { describeRule } from "../../src/analysis/rule/rule_sentence.ts";
import { captureMaps } from "../../src/api/capture_maps.ts";
import { preprocess } from "../../src/api/preprocess.ts";
import { presets } from "../../src/config/preprocess/presets.ts";
import { imageCodec } from "../../src/host/photo/image_codec.ts";
import { findConvLayers } from "../../src/onnx/layer/conv_layer.ts";
import type { Model } from "../../src/onnx/graph/model.ts";
import { readModel } from "../../src/onnx/read/read_model.ts";
import { sliceAt } from "../../src/tensor/tensor.ts";
import { sharedPath, testShared } from "../support/shared.ts";

const PHOTOS = ["astronaut", "chelsea", "coffee", "rocket"];

const { mean, std } = presets.imagenet;

// Measures the maps of the first layer, before the activation; the photo has its size already.
async function measurePhoto(model: Model, node: string, name: string): Promise<MapMeasures> {
  const photo = await Deno.readFile(sharedPath(`corpus/images/224/${name}.png`));
  const captured = await captureMaps(model, await preprocess(photo, { mean, std }), {
    nodes: [node],
  });
  const maps = sliceAt(captured.get(node)!, 0);
  const [, height = 0, width = 0] = maps.dims;
  const pixels = await imageCodec.readPixels(photo, "ignore");
  return measureMaps(maps, shrinkPhoto(preparePhoto(pixels), { height, width }));
}

async function findFirstRule(): Promise<Rule> {
  const file = await Deno.readFile(sharedPath("corpus/models/alexnet-features-fp32.onnx"));
  const model = readModel(file);
  const [layer] = findConvLayers(model);
  const photos: MapMeasures[] = [];
  for (const name of PHOTOS) photos.push(await measurePhoto(model, layer!.node.name, name));
  const kernels = measureKernels(layer!.kernels!.evaluate(), { image: { channels: "RGB", std } });
  return findRule(kernels, averageMaps(photos));
}

testShared(
  "findRule() finds in AlexNet that kernels of DC gain, not of colour, make maps that are photo",
  async (t) => {
    const rule = await findFirstRule();
    const { spearman, partial, p } = rule;
    // [relation, from, to]; over eleven photos: 0.79, 0.49, -0.41, 0.06 and 0.71
    const ranges = [
      ["dcGain,keepsPicture", 0.7, 0.9],
      ["chroma,keepsPicture", 0.4, 0.6],
      ["centroid,keepsPicture", -0.5, -0.3],
      ["chroma,keepsPicture|dcGain", -0.2, 0.2],
      ["dcGain,keepsPicture|chroma", 0.6, 0.8],
    ] as const;
    for (const [key, from, to] of ranges) {
      await t.step(key, () => {
        const value = spearman[key] ?? partial[key];
        assert(value !== undefined && value >= from && value <= to, `${value}`);
      });
    }
    await t.step("p", () => {
      assert(p["dcGain,keepsPicture"]! < 0.001);
      assert(p["chroma,keepsPicture|dcGain"]! > 0.1);
    });
    await t.step("counter-examples of both kinds", () => {
      assert(rule.counterExamples!.colour.length >= 8);
      assert(rule.counterExamples!.grey.length >= 1);
    });
    await t.step("the sentence", () => {
      assert.match(describeRule(rule), new RegExp(SENTENCE));
    });
  },
);

const SENTENCE = "^Over 64 kernels, how much of a map is photo \\(R²\\) goes with DC gain " +
  "\\(Spearman 0\\.7\\d, p ≤ 0\\.0001\\), and as closely against coherence " +
  "\\(−0\\.7\\d\\); it goes with chroma too \\(0\\.\\d\\d\\), " +
  "but not once DC gain is held fixed \\(0\\.[01]\\d\\)\\.$";
