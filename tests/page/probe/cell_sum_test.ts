import assert from "node:assert/strict";
import { gatherLayerFile, type LayerData, readLayerFile } from "../../../src/site/layer_data.ts";
import { type CellSumText, describeSum, type KnownCell } from "../../../src/page/probe/cell_sum.ts";
import type { PanelContext } from "../../../src/page/pair/panel_context.ts";
import { WORDS } from "../../../src/words/translations.ts";
import { layerReports } from "../../support/report/made_measures.ts";
import { report } from "../../support/report/report_fixture.ts";

const [model] = report.models;

type Layer = LayerData["layer"];

/** Describes the sum of a cell of map k on the first photo, on one line. */
function say(
  place: number,
  k: number,
  cell: KnownCell,
  { words = WORDS.en, ...change }: Partial<Layer> & { readonly words?: typeof WORDS.en } = {},
): string {
  const layer = { ...model!.layers[place]!, ...change };
  const data = readLayerFile(
    gatherLayerFile(layerReports[place]!, { report, model: model!, layer }),
  );
  const context = { data, words } as unknown as PanelContext;
  const map = { k, photo: data.photos[0]! };
  return write(describeSum(context, map, cell));
}

function write({ rows, total, notes }: CellSumText): string {
  const terms = rows.map(({ name, number }) => `${name} ${number}`.trim());
  return [terms.join(" + "), total, ...notes].filter((part) => part !== "").join(" ");
}

Deno.test("describeSum() speaks of values where an array was fed", () => {
  const images = report.images.map((image) => ({ ...image, dims: [1, 3, 8, 8] }));
  const [layer, measures] = [model!.layers[0]!, layerReports[0]!];
  const subject = { report: { ...report, images }, model: model!, layer };
  const data = readLayerFile(gatherLayerFile(measures, subject));
  for (
    const [words, name] of [[WORDS.en, "kernel · values"], [
      WORDS["zh-CN"],
      "卷积核 · 数值",
    ]] as const
  ) {
    const context = { data, words } as unknown as PanelContext;
    const { rows } = describeSum(context, { k: 4, photo: data.photos[0]! }, {
      value: 4.25,
      error: 0,
      isPeak: true,
    });
    assert.equal(rows[0]!.name, name);
  }
});

// The first layer of the fixture reads the photo, the second 64 maps; kernel 3 has no bias.
Deno.test("describeSum() adds pixels and bias in a layer that reads the photo", () => {
  assert.equal(
    say(0, 4, { value: 4.25, isPeak: true, error: 0 }),
    "kernel · pixels 3.75 + bias 0.50 = 4.25",
  );
  assert.equal(
    say(0, 4, { value: 1.5, isPeak: false, error: 0 }),
    "kernel · pixels 1.00 + bias 0.50 = 1.50",
  );
});

Deno.test("describeSum() names the strongest inputs of a deeper layer at the strongest cell", () => {
  assert.equal(
    say(1, 1, { value: 1.25, isPeak: true, error: 0 }),
    "map 1: 0.75 + map 5: −0.25 + 62 others: 1.00 + bias −0.25 = 1.25",
  );
  assert.equal(
    say(1, 1, { value: 2, isPeak: false, error: 0 }),
    "its 64 maps: 2.25 + bias −0.25 = 2.00",
  );
});

Deno.test("describeSum() writes one number once where nothing is added to it", () => {
  const alone = { bias: null, inChannels: 64, group: 64, outChannels: 128 };
  const cell = { value: 2, isPeak: false, error: 0 };
  assert.equal(say(1, 3, cell, alone), "kernel · map 1 = 2.00");
  assert.equal(say(1, 3, cell, { bias: null }), "kernel · its 64 maps = 2.00");
  assert.equal(say(0, 3, cell, { bias: null }), "kernel · pixels = 2.00");
});

Deno.test("describeSum() tells a value that was rounded beside its sum", () => {
  const rounded = say(0, 4, { value: 4.1875, isPeak: true, error: 0 }, { summing: "rounded" });
  assert.equal(rounded, "kernel · pixels 3.75 + bias 0.50 = 4.25 stored as 4.19");
});

Deno.test("describeSum() gives the value alone where what adds up to it is not known", () => {
  const unknown = "what adds up to it is not known here";
  const cell = { value: 2, isPeak: false, error: 0 };
  assert.equal(say(0, 4, cell, { summing: "rounded" }), `2 ${unknown}`);
  assert.equal(say(0, 4, cell, { summing: null }), `2 ${unknown}`);
  assert.equal(say(0, 3, cell), `2 ${unknown}`); // there is a bias, which the model computes
  assert.equal(say(0, 4, { value: NaN, isPeak: false, error: 0 }), `NaN ${unknown}`);
});

Deno.test("describeSum() says the same in Chinese", () => {
  const text = say(0, 4, { value: 4.25, isPeak: true, error: 0 }, { words: WORDS["zh-CN"] });
  assert.equal(text, "卷积核 · 像素 3.75 + 偏置 0.50 = 4.25");
});
