import assert from "node:assert/strict";
import { join } from "node:path";
import type { LayerReport } from "../../src/report/layer_report.ts";
import type { Report } from "../../src/report/report.ts";
import { drawPlantedScenes, PLANTED_LABELS } from "../support/dataset/planted_scenes.ts";
import { encodeSeeingModel, SEEING } from "../support/dataset/seeing_model.ts";
import { runCommand } from "../support/program/command.ts";
import { makeTempFolder } from "../support/temp_folder.ts";

const EACH = 24;

await using folder = await makeTempFolder({
  "convatlas.json": JSON.stringify({
    models: [{ path: "seeing.onnx", preprocess: "unit" }],
    images: ["set/neither/000.png"],
    dataset: { images: ["set/*/*.png"], labels: "folder" },
  }),
  "seeing.onnx": encodeSeeingModel(),
  ...await drawPlantedScenes(EACH),
});

for (const args of [["measure", "--out", "all.tally"], ["report", "--tally", "all.tally"]]) {
  const { code, stderr } = await runCommand([...args, "--quiet"], folder.path);
  assert.equal(code, 0, stderr);
}

async function readJson<Value>(path: string): Promise<Value> {
  return JSON.parse(await Deno.readTextFile(join(folder.path, "dist", path)));
}

const { dataset: told } = await readJson<Report>("report.json");

const layers = await Promise.all(
  Object.entries(SEEING).map(async ([name, planted]) => {
    const { dataset } = await readJson<LayerReport>(`seeing/${name}/layer.json`);
    return { name, planted: Object.entries(planted), dataset: dataset! };
  }),
);

Deno.test("the labels of a dataset are those of its folders", () => {
  assert.deepEqual(told?.labels, PLANTED_LABELS);
  assert.equal(told?.photos, PLANTED_LABELS.length * EACH);
});

for (const { name, planted, dataset } of layers) {
  const { label, auc, selectivity } = dataset.labels!;

  Deno.test(`kernels of ${name} that see what a label stands for are found by it, and no others`, () => {
    for (const [feature, kernel] of planted) {
      const place = told!.labels!.indexOf(feature);
      assert.equal(label[kernel]![0], place, feature);
      assert.ok(auc[kernel]![0]! > 0.99, `${auc[kernel]}`);
      assert.ok(selectivity[kernel]! > 0.5, `${selectivity[kernel]}`);
      label.forEach((places, other) => {
        const at = places.indexOf(place);
        assert.ok(other === kernel || at < 0 || auc[other]![at]! < 0.9, `${feature}: ${other}`);
      });
    }
  });

  Deno.test(`the photos that excite these kernels of ${name} most are of that label`, () => {
    for (const [feature, kernel] of planted) {
      const paths = dataset.strongest.photo[kernel]!.map((photo) => dataset.named[photo]!.path);
      assert.equal(paths.length, 16);
      assert.ok(paths.every((path) => path.startsWith(`set/${feature}/`)), paths.join());
    }
  });
}
