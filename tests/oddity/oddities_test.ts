import assert from "node:assert/strict";
import type { Oddity } from "../../src/report/oddity.ts";
import { generateReport } from "../../mod.ts";
import { encodePlantedModel, type PlantedLayer } from "../support/model/planted_model.ts";
import { PLANTED_KINDS } from "../support/model/planted_kinds.ts";
import { makeTempFolder } from "../support/temp_folder.ts";

Deno.test("generateReport() finds what is planted in a network and nothing else; spoilt, nothing", async () => {
  await using folder = await makeTempFolder();
  const planted = Object.entries(PLANTED_KINDS).flatMap(([kind, { layers, found }]) => {
    const [layer, ...of] = found;
    return [
      { name: kind, layers: layers(false), findings: [[`${layer}/${kind}`, ...of]] },
      { name: `${kind}-spoilt`, layers: layers(true), findings: [] },
    ];
  });
  for (const { name, layers } of planted) {
    await Deno.writeFile(`${folder.path}/${name}.onnx`, encodePlantedModel(layers));
  }
  const { models } = await generateReport({
    models: planted.map(({ name }) => ({
      path: `${folder.path}/${name}.onnx`,
      preprocess: "inception",
    })),
    images: ["fixtures/scenes/*.png"],
    ...{ compare: false, tuning: false, values: "none" },
  }, { out: `${folder.path}/dist` });
  assert.deepEqual(
    models.map(({ name, findings }) => [
      name,
      findings.map(({ id, kernel, other, count }) => [id, kernel, other, count]),
    ]),
    planted.map(({ name, findings }) => [name, findings]),
  );
});

const DEEP: readonly PlantedLayer[] = ["first", "second", "third", "fourth"]
  .map((name) => ({ name }));

Deno.test("generateReport() finds which layer of an int8 network is damaged, and puts it first", async () => {
  const found = await findDamaged({});
  assert.deepEqual(found, []); // as rounding goes
  const [scaled, ...behind] = await findDamaged({
    damage: (_, scales) => void scales.forEach((scale, k) => scales[k] = 2 * scale),
  });
  assert.match(scaled!.id, /^second\/damage\/float$/);
  assert.deepEqual([scaled!.value! > 0.9, scaled!.usual! > 0.9], [true, true]);
  assert.deepEqual(behind.map(({ layer }) => layer).sort(), ["fourth", "third"]);
  const [turned] = await findDamaged({
    damage: (levels) =>
      void levels.forEach((level, i) => i < 5 * 144 || i >= 6 * 144 || (levels[i] = -level)),
  });
  assert.deepEqual([turned!.id, turned!.kernel, turned!.other], ["second/damage/float", 5, 5]);
});

async function findDamaged(
  damaged: Pick<PlantedLayer, "damage">,
): Promise<readonly Oddity[]> {
  await using folder = await makeTempFolder();
  const layers = DEEP.map((each) => each.name === "second" ? { ...each, ...damaged } : each);
  await Deno.writeFile(`${folder.path}/float.onnx`, encodePlantedModel(DEEP));
  await Deno.writeFile(
    `${folder.path}/int8.onnx`,
    encodePlantedModel(layers, { weights: "int8" }),
  );
  const { models } = await generateReport({
    models: ["float", "int8"].map((name) => ({
      path: `${folder.path}/${name}.onnx`,
      preprocess: "inception",
    })),
    images: ["fixtures/scenes/*.png"],
    ...{ tuning: false, experiments: false, values: "none" },
  }, { out: `${folder.path}/dist` });
  assert.deepEqual(models[0]!.findings, []);
  return models[1]!.findings;
}
