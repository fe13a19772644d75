import assert from "node:assert/strict";
import type { ConfigInput } from "../../src/config/config_input.ts";
import { surveyConfig } from "../../src/survey/survey.ts";
import type { FoundClasses } from "../../src/plan/found.ts";
import { encodeDenseModel } from "../support/model/dense_model.ts";
import { encodeModel } from "../support/model/onnx_model.ts";
import { store } from "../support/model/onnx_tensor.ts";
import { createMemoryWorld, encodePhoto } from "../support/report/memory_effects.ts";
import { configureTiny } from "../support/report/tiny_site.ts";
import { encodeTinyModel } from "../support/model/tiny_model.ts";

const encode = (text: string) => new TextEncoder().encode(text);

interface Found {
  readonly classes: FoundClasses | null;
  readonly failures: readonly string[];
}

async function survey(
  model: ConfigInput["models"][number],
  files: Readonly<Record<string, Uint8Array<ArrayBuffer>>>,
): Promise<Found> {
  const all = { "photos/cat.jpg": encodePhoto({ width: 8, height: 8 }), ...files };
  const world = createMemoryWorld({ files: all });
  const config = configureTiny({ models: [model], images: ["photos/cat.jpg"] });
  using found = await surveyConfig(config, world.effects);
  return {
    classes: found.models[0]!.classes,
    failures: found.failures.map(({ code }) => code),
  };
}

const net = encodeDenseModel({ sizes: [4, 3] });

Deno.test("findClasses() takes the words of the file that the config names", async () => {
  const model = { path: "nets/net.onnx", labels: "words/three.txt" };
  const { classes, failures } = await survey(model, {
    "nets/net.onnx": net,
    "words/three.txt": encode("tench\ngoldfish\nshark\n"),
  });
  assert.deepEqual(failures, []);
  assert.deepEqual(classes, {
    output: "x1",
    layer: "y1",
    scores: "shares",
    count: 3,
    labels: ["tench", "goldfish", "shark"],
    source: "three.txt",
    asked: true,
  });
});

Deno.test("findClasses() takes those of a config.json beside the model, where they fit", async () => {
  const write = (...words: string[]) => encode(JSON.stringify({ id2label: { ...words } }));
  const beside = { "nets/net.onnx": net, "nets/config.json": write("tench", "goldfish", "shark") };
  const { classes } = await survey({ path: "nets/net.onnx" }, beside);
  assert.deepEqual(classes!.labels, ["tench", "goldfish", "shark"]);
  assert.equal(classes!.source, "config.json");
  const misfit = { ...beside, "nets/config.json": write("tench", "goldfish") };
  assert.deepEqual((await survey({ path: "nets/net.onnx" }, misfit)).classes!.labels, null);
});

Deno.test("findClasses() says what is wrong with a file of labels, and goes on without", async () => {
  const code = async (text: string | null, bytes = net): Promise<readonly string[]> => {
    const files = text === null ? {} : { "labels.txt": encode(text) };
    const model = { path: "net.onnx", labels: "labels.txt" };
    const found = await survey(model, { "net.onnx": bytes, ...files });
    assert.equal(found.classes, null);
    return found.failures;
  };
  assert.deepEqual(await code(null), ["labels-unread"]);
  assert.deepEqual(await code("\n"), ["labels-unread"]);
  assert.deepEqual(await code('{"a": '), ["labels-unread"]);
  assert.deepEqual(await code("tench\ngoldfish"), ["labels-misfit"]);
  assert.deepEqual(await code("a\nb\nc\nd"), ["labels-misfit"]);
});

Deno.test("findClasses() takes numbers for classes only where something tells it", async () => {
  assert.equal((await survey({ path: "net.onnx" }, { "net.onnx": net })).classes!.asked, false);
  const tiny = { "net.onnx": encodeTinyModel() }; // maps come out of it
  assert.equal((await survey({ path: "net.onnx" }, tiny)).classes, null);
});

Deno.test("findClasses() counts the kernels that the model computes", async () => {
  const nodes = [
    { op: "Reshape", inputs: ["flat", "shape"], outputs: ["w"] },
    { op: "Conv", inputs: ["photo", "w"], outputs: ["maps"] },
    { op: "GlobalAveragePool", inputs: ["maps"], outputs: ["means"] },
    { op: "Softmax", inputs: ["means"], outputs: ["shares"], int: { axis: 1 } },
  ];
  const initializers = {
    flat: store("float32", [12], Array.from({ length: 12 }, (_, i) => i / 12)),
    parts: store("int64", [2], [3, 4]),
    ends: store("int64", [2], [1, 1]),
  };
  const joined = { op: "Concat", inputs: ["parts", "ends"], outputs: ["shape"], int: { axis: 0 } };
  const net = encodeModel({
    ...{ nodes: [joined, ...nodes], initializers },
    inputs: { photo: [1, 4, 8, 8] },
  });
  const files = { "net.onnx": net, "words.txt": encode("tench\ngoldfish") };
  const { failures } = await survey({ path: "net.onnx", labels: "words.txt" }, files);
  assert.deepEqual(failures, ["labels-misfit"]);
});
