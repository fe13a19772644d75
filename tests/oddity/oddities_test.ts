import assert from "node:assert/strict";
import { generateReport } from "../../mod.ts";
import { encodePlantedModel } from "../support/model/planted_model.ts";
import { makeTempFolder } from "../support/temp_folder.ts";

Deno.test("generateReport() finds what is planted in a network, and nothing else", async () => {
  await using folder = await makeTempFolder();
  const path = `${folder.path}/planted.onnx`;
  await Deno.writeFile(path, encodePlantedModel());
  const report = await generateReport({
    models: [{ path, preprocess: "inception" }],
    images: ["fixtures/scenes/*.png"],
    tuning: false,
    values: "none",
  }, { out: `${folder.path}/dist` });
  const { findings } = report.models[0]!;
  assert.deepEqual(findings.map(({ id, kernel, other, count }) => [id, kernel, other, count]), [
    ["merged/mergeable", 2, 5, 2],
    ["blurred/one-blur", 0, 1, 16],
    ["copied/copies-input", 7, 11, 1],
    ["padded/border", 13, null, 14],
    ["dead/never-on", 3, null, 1],
  ]);
});
