import assert from "node:assert/strict";
import { type TrioView, viewTrio } from "../../../src/html/overview/trio_view.ts";
import type { ReportLayer } from "../../../src/report/report_layer.ts";
import { WORDS } from "../../../src/words/translations.ts";
import { layerReports } from "../../support/report/made_measures.ts";
import { report } from "../../support/report/report_fixture.ts";

const [model] = report.models;
const words = WORDS.en;

function view(
  layers: readonly ReportLayer[],
  dims: readonly number[] | null = null,
): TrioView | null {
  const inputs = model!.inputs.map((input) => ({ ...input, dims }));
  const models = [{ ...model!, name: "net", inputs, layers }];
  return viewTrio({ report: { ...report, models }, layers: layerReports, words });
}

const layers = model!.layers;
const first = layers.find(({ readsImage }) => readsImage)!;
const deep = layers.find(({ readsImage, maps, pictures }) =>
  !readsImage && maps[0] && pictures[0]
)!;

Deno.test("viewTrio() shows a photo, one kernel and its map, which lead to their pair", () => {
  const { figures } = view(layers)!;
  assert.equal(figures.length, 3);
  const [photo, kernel, map] = figures;
  assert.equal(photo!.href, null);
  assert.match(kernel!.href!, /^net-1\.0\/conv1\/index\.html#k=\d+&image=/);
  assert.equal(map!.href, kernel!.href);
  assert.match(kernel!.tile.href, /kernels\.png$/);
  assert.match(kernel!.says, /^One of 10 patterns of 11 × 11 × 3 numbers/);
  assert.match(map!.says, /55 × 55 cells: the kernel laid on the photo/);
});

Deno.test("viewTrio() takes a layer that reads the photo before those that do not", () => {
  const { figures } = view([deep, first])!;
  assert.match(figures[1]!.parts.join(""), /of conv1$/);
});

Deno.test("viewTrio() says what is true of grey photos, of arrays and of deep layers", () => {
  const [grey] = view([{ ...first, inChannels: 1 }])!.figures;
  assert.match(grey!.says, /one for each pixel/);
  const [array] = view([first], [3, 8, 8])!.figures;
  assert.match(array!.says, /^An array/);
  const [, , map] = view([deep])!.figures;
  assert.match(map!.says, /what the kernel answers/);
});

Deno.test("viewTrio() shows nothing where no kernel has a map", () => {
  assert.equal(view([]), null);
  assert.equal(view([{ ...first, maps: [] }]), null);
  assert.equal(view([{ ...first, pictures: [], effective: null }]), null);
});
