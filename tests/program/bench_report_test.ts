import assert from "node:assert/strict";
import { writeSeededModel } from "../../bench/network/seeded_model.ts";
import { formatMarkdown } from "../../bench/figures.ts";
import { findGrowth } from "../../bench/growth.ts";
import { sizeOutput } from "../../bench/output_kinds.ts";
import { divideTime } from "../../bench/profile.ts";
import { type Result, summarizeRounds } from "../../bench/result.ts";
import { STAGE_PLACES } from "../../bench/stage.ts";
import { findConvLayers } from "../../src/onnx/layer/conv_layer.ts";
import { readModel } from "../../src/onnx/read/read_model.ts";
import { makeTempFolder } from "../support/temp_folder.ts";

const source = new URL("../../src/", import.meta.url);

Deno.test("the places of stages are there", async () => {
  for (const path of Object.values(STAGE_PLACES).flat()) {
    const { isDirectory } = await Deno.stat(new URL(path, source));
    assert.equal(isDirectory, path.endsWith("/"), path);
  }
});

Deno.test("divideTime() counts a sample for the innermost module that has a stage", () => {
  const frame = (path: string) => ({ functionName: "", url: new URL(path, source).href });
  const nodes = [
    { id: 1, callFrame: { functionName: "(root)", url: "" }, children: [2, 5, 6] },
    { id: 2, callFrame: frame("visit/photo/maps.ts"), children: [3] },
    { id: 3, callFrame: frame("raster/paint.ts"), children: [4] },
    { id: 4, callFrame: frame("tensor/tensor.ts") },
    { id: 5, callFrame: { functionName: "(idle)", url: "" } },
    { id: 6, callFrame: { functionName: "(garbage collector)", url: "" } },
  ];
  const profile = {
    nodes,
    samples: [2, 4, 6, 5, 5, 5],
    timeDeltas: [1000, 2000, 4000, 8000, 16000, 32000],
  };
  const waits = [{ stage: "encode", isRun: false, from: 110, to: 120 }] as const;
  const times = divideTime(profile, { began: 100, waits });
  assert.equal(times.run, 0.002);
  assert.equal(times.paint, 0.004 + 0.008, "its own, and the garbage that it leaves");
  assert.equal(times.encode, 0.016, "what is waited for");
  assert.equal(times.rest, 0.032);
});

Deno.test("divideTime() counts what the runtime does for the first that asked", () => {
  const url = "file:///npm/onnxruntime-node/dist/backend.js";
  const nodes = [
    { id: 1, callFrame: { functionName: "(root)", url: "" }, children: [2] },
    { id: 2, callFrame: { functionName: "run", url } },
  ];
  const profile = { nodes, samples: [2, 2], timeDeltas: [1000, 1000] };
  const waits = [
    { stage: "run", isRun: true, from: 101, to: 110 },
    { stage: "circuits", isRun: true, from: 100, to: 110 },
    { stage: "write", isRun: false, from: 99, to: 110 },
  ] as const;
  assert.equal(divideTime(profile, { began: 100, waits }).circuits, 0.001);
});

Deno.test("sizeOutput() tells the bytes of each kind of file, the largest first", async () => {
  await using folder = await makeTempFolder({
    "index.html": "12345",
    "net/conv/index.html": "12345",
    "net/conv/layer.json": "1",
    "net/conv/kernels.png": "123",
    "net/conv/maps/cat.png": "12",
    "net/conv/maps/dog.png": "12",
    "net/conv/values/maps/cat/0.js": "1234567",
    "images/thumbs/cat.png": "123456",
  });
  const { files, bytes, kinds } = await sizeOutput(folder.path);
  assert.deepEqual([files, bytes], [8, 31]);
  assert.deepEqual(Object.entries(kinds), [
    ["pages", 10],
    ["values of maps", 7],
    ["photos", 6],
    ["pictures: maps", 4],
    ["pictures: kernels", 3],
    ["layer.json", 1],
  ]);
});

Deno.test("summarizeRounds() takes the median of the ratios within rounds", () => {
  const cost = (wall: number) => ({ wall, cpu: 2 * wall, peak: null });
  const rounds = [[6, 2], [10, 10], [8, 2]].map(([report, floor]) => ({
    ...{ report: cost(report!), floor: cost(floor!), chapter: null },
  }));
  const summary = summarizeRounds(rounds);
  assert.deepEqual(summary.report, { wall: 8, cpu: 16, peak: null });
  assert.deepEqual(summary.overFloor, { wall: 3, cpu: 3 });
  assert.deepEqual([summary.chapter, summary.fasterThanChapter], [null, null]);
});

Deno.test("findGrowth() compares further photos with the second", () => {
  const result = (photos: number, wall: number, bytes: number): Result => ({
    ...{ model: "net", photos, floor: null, chapter: null, overFloor: null },
    ...{ fasterThanChapter: null, stages: null, report: { wall, cpu: null, peak: null } },
    output: { files: 1, bytes, kinds: {} },
  });
  const results = [result(1, 10, 100), result(2, 12, 110), result(10, 36, 190)];
  assert.deepEqual(findGrowth(results), { model: "net", wall: 1.5, cpu: null, bytes: 1 });
  assert.equal(findGrowth(results.slice(0, 2)), null);
});

Deno.test("formatMarkdown() leaves open what was not measured", () => {
  const report = { wall: 12.34, cpu: 5.678, peak: 100.4 };
  const output = { files: 7, bytes: 2.6e6, kinds: {} };
  const lacks = { floor: null, chapter: null, overFloor: null, fasterThanChapter: null };
  const result = { model: "net", photos: 2, report, output, stages: null, ...lacks };
  const lines = formatMarkdown({ machine: {}, runs: 1, starts: [], results: [result] }).split("\n");
  assert.equal(lines[0], "|  | net, 2 |");
  assert(lines.includes("| report, wall s | 12.3 |"));
  assert(lines.includes("| peak memory, MB | 100 |"));
  assert(lines.includes("| report ÷ floor, wall |  |"));
  assert(lines.includes("| output, MB | 3 |"));
});

Deno.test("writeSeededModel() writes the layers of MobileNetV2", async () => {
  await using folder = await makeTempFolder();
  const path = `${folder.path}/net.onnx`;
  await writeSeededModel(path, "mobilenetV2", { classifier: true });
  const bytes = await Deno.readFile(path);
  const layers = findConvLayers(readModel(bytes));
  assert.equal(Math.round(bytes.length / 1e6), 14);
  assert.equal(layers.length, 52);
  assert.equal(layers.filter(({ shape }) => shape!.group > 1).length, 17);
  assert.deepEqual(layers.at(-1)!.kernels!.dims, [1280, 320, 1, 1]);
});
