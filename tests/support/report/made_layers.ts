import { generate } from "../../../src/generate.ts";
import type { LayerReport } from "../../../src/report/layer_report.ts";
import { configureTiny, createTinyWorld, textAt } from "./tiny_site.ts";

/** Makes the report of a small network, and reads the measures of its layers from their files. */
export async function makeLayers(): Promise<LayerReport[]> {
  const world = createTinyWorld();
  await generate(configureTiny(), world.effects);
  return ["conv1", "conv2"].map((layer) => JSON.parse(textAt(world, `tiny/${layer}/layer.json`)));
}
