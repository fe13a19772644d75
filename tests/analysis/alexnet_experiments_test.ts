import assert from "node:assert/strict";
import { join } from "node:path";
import type { Values } from "../../src/analysis/kernel/kernel_measures.ts";
import { spearman } from "../../src/analysis/rule/spearman.ts";
import { generateReport } from "../../src/api/generate_report.ts";
import type { LayerReport } from "../../src/report/layer_report.ts";
import { sharedPath, testShared } from "../support/shared.ts";
import { makeTempFolder } from "../support/temp_folder.ts";

// The medians of the five layers, which torch gave for the same photos.
const MEDIANS = [0.049, 0.076, 0.151, 0.204, 0.26];

async function measureAlexnet(folder: string): Promise<LayerReport[]> {
  const photos = ["astronaut", "chelsea", "coffee", "rocket"];
  const { models: [model] } = await generateReport({
    models: [{
      name: "alexnet",
      path: sharedPath("corpus/models/alexnet-features-fp32.onnx"),
      preprocess: { preset: "imagenet", resize: null, crop: null },
    }],
    images: photos.map((name) => sharedPath(`corpus/images/224/${name}.png`)),
    values: "none",
  }, { out: folder });
  const read = (id: string) => Deno.readTextFile(join(folder, "alexnet", id, "layer.json"));
  return await Promise.all(model!.layers.map(async ({ id }) => JSON.parse(await read(id))));
}

function findMedian(values: Values): number {
  const sorted = values.filter((value) => value !== null).toSorted((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[sorted.length >> 1]!) / 2;
}

testShared("experiments find in AlexNet what torch finds of colour", async () => {
  await using folder = await makeTempFolder();
  const layers = await measureAlexnet(join(folder.path, "report"));
  const colour = layers.map(({ experiments }) => experiments!.colourDependence.mean);
  for (const [i, median] of colour.map(findMedian).entries()) {
    assert.ok(Math.abs(median - MEDIANS[i]!) < 0.005, `layer ${i}: ${median}`);
  }
  const { chroma } = layers[0]!.kernels!;
  const coloured = chroma.flatMap((share, k) => share! > 0.5 ? [k] : []);
  assert.equal(coloured.length, 21);
  assert.ok(coloured.every((k) => colour[0]![k]! > findMedian(colour[0]!)));
  const { value } = spearman(chroma, colour[0]!);
  assert.ok(Math.abs(value! - 0.87) < 0.03, String(value));
});
