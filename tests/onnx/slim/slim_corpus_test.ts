import assert from "node:assert/strict";
import { basename, dirname, join } from "node:path";
import { createFiles } from "../../../src/host/file/files.ts";
import { type ConvLayer, findConvLayers } from "../../../src/onnx/layer/conv_layer.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import { encodeHiddenModel } from "../../support/model/hidden_model.ts";
import { testWithChecker } from "../../support/model/onnx_checker.ts";
import { copySlim, describeCut, describeLayer } from "../../support/model/slim_copy.ts";
import { hasShared, sharedPath, testShared } from "../../support/shared.ts";
import { listTree, makeTempFolder } from "../../support/temp_folder.ts";

async function listModels(): Promise<string[]> {
  const folder = sharedPath("corpus/models");
  return (await listTree(folder)).filter((path) => path.endsWith(".onnx"))
    .map((path) => join(folder, path));
}

/** All layers, each third, and the one that needs least. */
function listChoices(layers: readonly ConvLayer[]): (readonly ConvLayer[])[] {
  return [layers, layers.filter((_, i) => i % 3 === 1), layers.slice(0, 1)]
    .filter((chosen) => chosen.length > 0);
}

testShared("slimModel() leaves kernels, maps and all that is told of real models", async (t) => {
  for (const path of await listModels()) {
    await t.step(path, () => {
      const file = createFiles(dirname(path)).openModel(basename(path));
      const model = readModel(file.source);
      for (const chosen of listChoices(findConvLayers(model))) {
        const copy = copySlim(model, chosen);
        assert.deepEqual(copy.layers.map(describeLayer), chosen.map(describeLayer));
        assert.deepEqual(describeCut(copy.model, copy.layers), describeCut(model, chosen));
      }
      file.close();
    });
  }
});

testWithChecker(
  "slimModel() gives a valid file of a model that hides its convolutions",
  async (check) => {
    const { bytes } = copySlim(readModel(encodeHiddenModel()));
    await using folder = await makeTempFolder({ "hidden.onnx": bytes });
    assert.deepEqual(await check([join(folder.path, "hidden.onnx")]), [""]);
  },
);

testWithChecker("slimModel() gives valid files, as the checker of onnx says", async (check) => {
  const names: string[] = [];
  const slims: Record<string, Uint8Array> = {};
  for (const path of await listModels()) {
    const file = createFiles(dirname(path)).openModel(basename(path));
    const model = readModel(file.source);
    listChoices(findConvLayers(model)).forEach((chosen, i) => {
      const name = `${i}-${basename(path)}`;
      names.push(path);
      slims[name] = copySlim(model, chosen).bytes;
    });
    file.close();
  }
  await using folder = await makeTempFolder(slims);
  const said = await check(Object.keys(slims).map((name) => join(folder.path, name)));
  assert.deepEqual(said, await check(names)); // content, but for what the whole is blamed for
  assert.equal(said.filter((words) => words !== "").length, 3); // of one that is older than ONNX
}, { ignore: !hasShared });
