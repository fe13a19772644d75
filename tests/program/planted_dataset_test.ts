import assert from "node:assert/strict";
import { join } from "node:path";
import sharp from "sharp";
import type { LayerReport } from "../../src/report/layer_report.ts";
import type { PatchSheets } from "../../src/report/dataset/dataset_pictures.ts";
import type { Report } from "../../src/report/report.ts";
import { PLANTED_LABELS } from "../support/dataset/planted_scenes.ts";
import { SEEING } from "../support/dataset/seeing_model.ts";
import { makeSeeingProject } from "../support/dataset/seeing_project.ts";
import { runCommand } from "../support/program/command.ts";

const EACH = 24;

await using folder = await makeSeeingProject(EACH);

for (const args of [["measure", "--out", "all.tally"], ["report", "--tally", "all.tally"]]) {
  const { code, stderr } = await runCommand([...args, "--quiet"], folder.path);
  assert.equal(code, 0, stderr);
}

async function readJson<Value>(path: string): Promise<Value> {
  return JSON.parse(await Deno.readTextFile(join(folder.path, "dist", path)));
}

const { dataset: told, models } = await readJson<Report>("report.json");

const layers = await Promise.all(
  Object.entries(SEEING).map(async ([name, planted]) => {
    const { dataset } = await readJson<LayerReport>(`seeing/${name}/layer.json`);
    const { strongest: sheets } = models[0]!.layers.find(({ id }) => id === name)!.patches!;
    const file = join(folder.path, "dist/seeing", name, sheets.files[0]!.file);
    return { name, planted, dataset: dataset!, sheets, sheet: await Deno.readFile(file) };
  }),
);

Deno.test("the labels of a dataset are those of its folders", () => {
  assert.deepEqual(told?.labels, PLANTED_LABELS);
  assert.equal(told?.photos, PLANTED_LABELS.length * EACH);
});

for (const { name, planted, dataset } of layers) {
  const { label, auc, selectivity } = dataset.labels!;

  Deno.test(`kernels of ${name} that see what a label stands for are found by it, and no others`, () => {
    for (const [feature, kernel] of Object.entries(planted)) {
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
    for (const [feature, kernel] of Object.entries(planted)) {
      const paths = dataset.strongest.photo[kernel]!.map((photo) => dataset.named[photo]!.path);
      assert.equal(paths.length, 16);
      assert.ok(paths.every((path) => path.startsWith(`set/${feature}/`)), paths.join());
    }
  });
}

/** Cuts the patches of a kernel out of the picture of its layer. */
async function cutPatches(
  sheet: Uint8Array,
  { tileWidth, tileHeight, each, columns }: PatchSheets,
  kernel: number,
): Promise<Patch[]> {
  const row = Math.floor(kernel / columns) * tileHeight;
  return await Promise.all(Array.from({ length: each }, async (_, i) => {
    const left = (kernel % columns * each + i) * tileWidth;
    const cut = { left, top: row, width: tileWidth, height: tileHeight };
    const pixels = await sharp(sheet).extract(cut).removeAlpha().raw().toBuffer();
    return (x, y, colour) => pixels[(y * tileWidth + x) * 3 + colour]!;
  }));
}

/** Gives a colour of a pixel. */
type Patch = (x: number, y: number, colour: 0 | 1 | 2) => number;

for (const { name, planted, sheets, sheet } of layers) {
  const { tileWidth: width, tileHeight: height } = sheets;

  Deno.test(`the wall of ${name} shows red discs and rising stripes`, async () => {
    const [x, y] = [Math.floor(width / 2), Math.floor(height / 2)];
    for (const patch of await cutPatches(sheet, sheets, planted.disc)) {
      assert.ok(patch(x, y, 0) > 200, "red");
      assert.ok(patch(x, y, 1) < 60 && patch(x, y, 2) < 60, "nothing else");
    }
    for (const patch of await cutPatches(sheet, sheets, planted.stripes)) {
      const [along, across] = [1, -1].map((turn) => sumSteps(patch, sheets, turn));
      assert.ok(along! < across! / 4, `${along}, ${across}`);
    }
  });
}

/** Sums how much green changes on the way up to the right, or up to the left. */
function sumSteps(
  patch: Patch,
  { tileWidth, tileHeight }: PatchSheets,
  turn: number,
): number {
  let sum = 0;
  for (let y = 1; y < tileHeight; y++) {
    for (let x = 1; x < tileWidth - 1; x++) {
      sum += Math.abs(patch(x, y, 1) - patch(x + turn, y - 1, 1));
    }
  }
  return sum;
}
