import assert from "node:assert/strict";
import type { LayerReport } from "../../../src/report/layer_report.ts";
import { gatherLayersFile } from "../../../src/site/atlas/gathered_layers.ts";
import { indexMeasures } from "../../../src/site/layer_subject.ts";
import { layerReports } from "../../support/report/made_measures.ts";
import { report } from "../../support/report/report_fixture.ts";

const model = report.models[0]!;
const measures = indexMeasures(layerReports, model);
const [first] = layerReports as [LayerReport];

function gather(changes: Partial<LayerReport>): ReturnType<typeof gatherLayersFile> {
  return gatherLayersFile(model, new Map([...measures, ["conv1", { ...first, ...changes }]]), []);
}

Deno.test("gatherLayersFile() lists every layer, also one of which nothing was measured", () => {
  const { layers, rows } = gatherLayersFile(model, new Map(), []);
  assert.deepEqual(layers.map(({ id, form }) => [id, form]), [
    ["conv1", "photo"],
    ["features.3-Conv", "wide"],
    ["computed", "wide"],
    ["größe", "wide"],
  ]);
  assert.deepEqual(Object.keys(rows), ["side"]);
  assert.deepEqual(rows.side?.value[0], 55);
});

Deno.test("gatherLayersFile() names what a layer reads by its place", () => {
  const [one, two, ...rest] = model.layers;
  const reading = { ...two!, reads: ["conv1"] };
  const file = gatherLayersFile({ ...model, layers: [one!, reading, ...rest] }, measures, []);
  assert.deepEqual(file.layers.map(({ reads }) => reads), [[], [0], [], []]);
});

Deno.test("gatherLayersFile() has the spread of a number, and the kernel with the most of it", () => {
  const keepsPicture = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 1.2, 0.9];
  const turnedPicture = keepsPicture.map((_, k) => k === 8 ? 0.4 : 0);
  const { photo } = gather({ averages: { ...first.averages!, keepsPicture, turnedPicture } }).rows;
  const [value, low, high] = [photo!.value, photo!.low, photo!.high].map(([number]) => number!);
  assert.deepEqual([value, low, high].map((each) => each?.toFixed(3)), ["0.450", "0.090", "0.810"]);
  assert.deepEqual([photo!.k[0], photo!.most[0]], [9, 0.9]);
});

Deno.test("gatherLayersFile() has the share of kernels with an oddity, and the first of them", () => {
  const condition = { dead: [3, 7], constant: [], nonFinite: [] };
  const on = first.averages!.zeros;
  const { never, border } = gather({
    ...{ condition, onPadding: [] },
    activity: { on, zeros: on },
  }).rows;
  assert.deepEqual([never!.value[0], never!.k[0]], [0.2, 3]);
  assert.deepEqual([border!.value[0], border!.k[0]], [0, null]);
});

Deno.test("gatherLayersFile() tells nothing of maps that are never on where no activation follows", () => {
  const condition = { dead: [3], constant: [], nonFinite: [] };
  const { never } = gather({ condition, activity: null }).rows;
  assert.equal(never?.value[0] ?? null, null);
});
