import assert from "node:assert/strict";
import { captureMaps, generateReport, preprocess, readModel } from "../../mod.ts";
import { nameMapValues } from "../../src/plan/value_files.ts";
import { rectify } from "../../src/tensor/rectify.ts";
import { sliceAt } from "../../src/tensor/tensor.ts";
import { readTile } from "../support/report/data_script.ts";
import { assertWithin } from "../support/within.ts";
import { makeTempFolder } from "../support/temp_folder.ts";

const MODEL = "fixtures/miniature.onnx";
const PHOTO = "fixtures/scenes/beach.png";

Deno.test("generateReport() writes the numbers that captureMaps() gives, to the bit", async () => {
  await using folder = await makeTempFolder();
  const config = {
    models: [{ path: MODEL, layers: ["conv1"], preprocess: "inception" as const }],
    images: [PHOTO],
  };
  const report = await generateReport(config, { out: `${folder.path}/dist` });
  const [{ values, activatedValues }] = report.models[0]!.layers[0]!.maps as [
    (typeof report.models)[0]["layers"][0]["maps"][0],
  ];
  assert.equal(activatedValues, null);

  const photo = await preprocess(await Deno.readFile(PHOTO), "inception");
  const model = readModel(await Deno.readFile(MODEL));
  const captured = await captureMaps(model, photo, { nodes: ["conv1", "relu1"] });
  const maps = sliceAt(captured.get("conv1")!, 0);
  const activated = sliceAt(captured.get("relu1")!, 0);
  assert.deepEqual(values!.dims, maps.dims);
  for (let k = 0; k < maps.dims[0]!; k++) {
    const name = nameMapValues("miniature/conv1", "maps", "beach");
    const tile = readTile(name, { values: values!, k }, (path) => {
      return Deno.readFileSync(`${folder.path}/dist/${path}`);
    });
    assert(tile.error > 0 && tile.error <= values!.error);
    assertWithin(tile.numbers, sliceAt(maps, k).data, tile.error);
    assertWithin(rectify(tile.numbers), sliceAt(activated, k).data, tile.error);
  }
});

Deno.test("generateReport() writes the same bytes however many jobs are done at once", async () => {
  await using folder = await makeTempFolder();
  const config = {
    models: [{
      path: MODEL,
      layers: ["conv1", "conv2", "conv3"],
      preprocess: "inception" as const,
    }],
    images: [PHOTO],
  };
  const [one, ...others] = await Promise.all([1, 2, 3].map(async (jobs) => {
    const out = `${folder.path}/${jobs}`;
    await generateReport(config, { out, jobs });
    return JSON.parse(await Deno.readTextFile(`${out}/files.json`));
  }));
  assert(Object.keys(one).length > 0);
  for (const other of others) assert.deepEqual(other, one);
});
