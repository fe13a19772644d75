import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import type { Effects } from "../../src/effects.ts";
import { parseConfig } from "../../src/config/parse.ts";
import { generate } from "../../src/generate.ts";
import { openCrew } from "../../src/host/crew/crew.ts";
import { createReading } from "../../src/host/host_effects.ts";
import { createMemoryWorld } from "../support/report/memory_effects.ts";

const FIXTURES = fileURLToPath(new URL("../../fixtures/", import.meta.url));

const NEAR = 0.25;

/** Makes a report of the embedded model on a photo, in memory. */
async function makeReport(
  layers: readonly string[],
  values: boolean,
): Promise<{ readonly foretold: number; readonly taken: number }> {
  const world = createMemoryWorld({ files: {} });
  const reading = createReading({ folder: FIXTURES, note: () => {}, warn: () => {} });
  const crew = openCrew(1);
  const effects: Effects = { ...world.effects, ...reading, crew };
  const preprocess = { resize: { shortestEdge: 224 }, mean: 0.5, std: 0.25 };
  const models = [{ path: "miniature.onnx", layers: [...layers], preprocess }];
  const config = parseConfig({ models, images: ["scenes/beach.png"], values });
  await generate(config, effects).finally(crew.close);
  const sizes = [...world.written.values()].map((content) =>
    typeof content === "string" ? new TextEncoder().encode(content).length : content.length
  );
  const [forecast] = world.foreseen;
  return { foretold: forecast!.bytes, taken: sizes.reduce((sum, size) => sum + size, 0) };
}

// [layers, whether numbers are written]
const reports: readonly [readonly string[], boolean][] = [
  [["conv1"], true],
  [["conv2", "conv5"], true],
  [["*"], false],
];

for (const [layers, values] of reports) {
  const what = `${layers.join(", ")} ${values ? "with" : "without"} values`;
  Deno.test(`forecastPlan() foretells bytes within a quarter: ${what}`, async () => {
    const { foretold, taken } = await makeReport(layers, values);
    const ratio = foretold / taken;
    assert(Math.abs(ratio - 1) < NEAR, `${foretold} of ${taken}`);
  });
}
