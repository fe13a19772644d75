import assert from "node:assert/strict";
import { join } from "node:path";
import { generateReport } from "../../src/api/generate_report.ts";
import type { LayerReport } from "../../src/report/layer_report.ts";
import type { Report } from "../../src/report/report.ts";
import { encodeDenseModel } from "../support/model/dense_model.ts";
import { makeTempFolder } from "../support/temp_folder.ts";

const PHOTO = new URL("../../fixtures/scenes/beach.png", import.meta.url);

Deno.test("a fully connected layer is drawn and told as kernels and maps of a cell", async (t) => {
  await using folder = await makeTempFolder({
    "net.onnx": encodeDenseModel({ sizes: [6, 5, 4] }), // the second has as many weights as is left
    "beach.png": await Deno.readFile(PHOTO),
  });
  const { path } = folder;
  await generateReport({
    models: [{ path: join(path, "net.onnx"), preprocess: { channels: "gray" } }],
    images: [join(path, "beach.png")],
  }, { out: join(path, "dist") });
  const read = (name: string): Promise<string> => Deno.readTextFile(join(path, "dist", name));
  const { models: [model] }: Report = JSON.parse(await read("report.json"));
  const layers = new Map(model!.layers.map((layer) => [layer.id, layer]));
  const { maps: [last], kernels, condition }: LayerReport = JSON.parse(
    await read("net/fc2/layer.json"),
  );

  await t.step("with what it reads", () => {
    assert.deepEqual([...layers.keys()], ["conv", "fc1", "fc2"]);
    assert.equal(model!.leftOut, null);
    assert.deepEqual([layers.get("fc1")!.source, layers.get("fc2")!.source], ["conv", "fc1"]);
    const { badges, kernelShape, maps, receptiveField, inChannels } = layers.get("fc1")!;
    assert.deepEqual(badges, ["fully-connected"]);
    assert.deepEqual([kernelShape, maps[0]!.space, inChannels], [[1, 1], [1, 1], 6]);
    assert.deepEqual(receptiveField, { size: [8, 8], stride: [0, 0], offset: [0, 0] });
  });
  await t.step("with the sum that its only cell is", () => {
    const { value, rest, term, input } = last!.strongest;
    value.forEach((total, k) => {
      const others = term[k]!.reduce((sum, each) => sum + each, rest[k]! + kernels!.bias[k]!);
      assert.equal(input[k]!.length, 4);
      assert(Math.abs(others - total!) < 1e-5);
      assert(Math.abs(last!.channels.mean[k]! - total!) < 1e-5);
    });
  });
  await t.step("with the share of each class", () => {
    const shares = last!.activated!.mean;
    assert.deepEqual(layers.get("fc2")!.activation, ["Softmax"]);
    assert(Math.abs(shares.reduce<number>((sum, share) => sum + share!, 0) - 1) < 1e-5);
  });
  await t.step("without measures that a cell does not have", () => {
    assert.deepEqual(last!.channels.std, Array(4).fill(null));
    assert.deepEqual(last!.channels.keepsPicture, Array(4).fill(null));
    assert.deepEqual(condition?.constant, []);
  });
  await t.step("on pages where cells share a scale", async () => {
    const [page, conv, overview] = await Promise.all(
      ["net/fc2/index.html", "net/conv/index.html", "net/index.html"].map(read),
    );
    assert.doesNotMatch(page!, /value="tile"/);
    assert.match(conv!, /value="tile"/);
    assert.match(page!, />fully connected</);
    assert.match(overview!, /conv\/maps\/beach\.png/);
    assert.doesNotMatch(overview!, /fc2\/maps\/beach\.png/);
  });
});
