import assert from "node:assert/strict";
import { parseDatasetOptions } from "../../bench/dataset/dataset_options.ts";
import { addParts, formatDataset, summarizeDataset } from "../../bench/dataset/dataset_result.ts";
import { writeDatasetSubject } from "../../bench/dataset/dataset_subject.ts";
import { readModel } from "../../src/onnx/read/read_model.ts";
import { makeTempFolder } from "../support/temp_folder.ts";

Deno.test("parseDatasetOptions() takes counts and refuses what is not there", () => {
  const options = parseDatasetOptions(["--photos", "100,5000", "--shards", "2,16"]);
  assert.deepEqual([options.photos, options.shards], [[100, 5000], [2, 16]]);
  assert.deepEqual(options.models, ["embedded", "alexnet"]);
  assert.throws(() => parseDatasetOptions(["--models", "lenet"]), /there are embedded, alexnet/);
  assert.throws(() => parseDatasetOptions(["--photos", "0"]), /a whole number from 1/);
});

const cost = (wall: number) => ({ wall, cpu: 2 * wall, peak: 10 * wall, bytes: 100 * wall });

Deno.test("the pace is that of the floor's time over one's own, within a round", () => {
  const rounds = [[4, 3], [10, 5], [2, 1.6]].map(([measure, floor]) => ({
    ...{ measure: cost(measure!), floor: cost(floor!) },
  }));
  const summary = summarizeDataset(rounds);
  assert.deepEqual(summary.pace, { wall: 0.75, cpu: 0.75 });
  const text = formatDataset({ model: "net", photos: 8, ...summary });
  assert.match(text, /measure +4\.00 +8\.00 +40 +2\.0/);
  assert.match(text, /photos a second ÷ the floor's +0\.75/);
});

Deno.test("parts take all of their times, and the memory of the largest", () => {
  assert.deepEqual(addParts([cost(1), cost(3)]), { wall: 4, cpu: 8, peak: 30, bytes: 400 });
});

Deno.test("the floor runs what is measured, and no classifier", async () => {
  await using folder = await makeTempFolder();
  const { cut } = await writeDatasetSubject(folder.path, "embedded");
  const { graph: { nodes } } = readModel(await Deno.readFile(cut));
  const count = (op: string): number => nodes.filter((node) => node.op === op).length;
  assert.deepEqual([count("Conv"), count("Relu"), count("Gemm")], [5, 5, 0]);
});
