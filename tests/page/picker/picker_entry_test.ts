import assert from "node:assert/strict";
import { gatherLayersFile } from "../../../src/site/atlas/gathered_layers.ts";
import { filterEntries, listEntries } from "../../../src/page/picker/picker_entry.ts";
import { indexMeasures } from "../../../src/site/layer_subject.ts";
import { layerReports } from "../../support/report/made_measures.ts";
import { report } from "../../support/report/report_fixture.ts";

const [model] = report.models;
const file = gatherLayersFile(model!, indexMeasures(layerReports, model!), []);
const entries = listEntries([file], { root: "../", language: "zh-CN" });

function pick(text: string): string[] {
  return filterEntries(entries, text).map(({ path }) => path);
}

Deno.test("listEntries() lists a model before its layers, each with the way to its page", () => {
  assert.deepEqual(entries.slice(0, 2).map(({ path, href, note }) => [path, href, note]), [
    ["net-1.0", "../net-1.0/index.zh-CN.html", ""],
    ["net-1.0/conv1", "../net-1.0/conv1/index.zh-CN.html", "1 · 10 × 11 × 11 × 3"],
  ]);
  assert.equal(entries.at(-1)!.href, "../net-1.0/gr%C3%B6%C3%9Fe/index.zh-CN.html");
});

Deno.test("filterEntries() wants all words of a text, in any case and order", () => {
  assert.deepEqual(pick("CONV net 3"), ["net-1.0/features.3-Conv"]);
  assert.deepEqual(pick("conv nothing"), []);
  assert.equal(pick("").length, entries.length);
});

Deno.test("filterEntries() finds a layer by its place", () => {
  assert.deepEqual(pick("4"), ["net-1.0/größe"]);
});
