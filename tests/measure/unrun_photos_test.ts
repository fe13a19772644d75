import assert from "node:assert/strict";
import { presets } from "../../src/config/preprocess/presets.ts";
import { parseConfig } from "../../src/config/parse.ts";
import type { Effects, Runtime } from "../../src/effects.ts";
import { onnxRuntime } from "../../src/host/session.ts";
import { measure } from "../../src/measure.ts";
import { toInput } from "../../src/raster/input.ts";
import type { Raster } from "../../src/raster/raster.ts";
import type { Tally } from "../../src/tally/tally.ts";
import { writeTally } from "../../src/tally/tally_file.ts";
import { encodeModel, type NodeText } from "../support/model/onnx_model.ts";
import { createRandom } from "../support/random.ts";
import { changeTools, createMemoryWorld, encodePhoto } from "../support/report/memory_effects.ts";
import { randomTensor } from "../support/tensors.ts";

const COUNT = 19;
const SIZE = 3 * 12 * 12;

const random = createRandom(21);
const w1 = randomTensor(random, [4, 3, 3, 3], -1, 1);
const w2 = randomTensor(random, [2, 4, 3, 3], -1, 1);
const first: NodeText = { op: "Conv", name: "first", inputs: ["photo", "w1"], outputs: ["a"] };
const last: NodeText = { op: "Conv", name: "last", inputs: ["q", "w2"], outputs: ["y"] };
const relu: NodeText = { op: "Relu", inputs: ["a"], outputs: ["q"] };

function openWorld(between: NodeText, runtime: Runtime = onnxRuntime): Effects {
  const net = encodeModel({
    inputs: { photo: ["N", 3, 12, 12] },
    initializers: { w1, w2 },
    nodes: [first, between, last],
  });
  const photos = Array.from({ length: COUNT }, (_, i) => [
    `set/${String(i).padStart(2, "0")}.jpg`,
    encodePhoto({ width: 12, height: 12 }, i),
  ]);
  const files = Object.fromEntries([["net.onnx", net], ...photos]);
  return changeTools(createMemoryWorld({ files }).effects, { runtime });
}

const config = parseConfig({
  models: [{ path: "net.onnx", preprocess: "unit" }],
  images: ["set/00.jpg"],
  dataset: { images: ["set/*.jpg"] },
});

const measureWorld = (world: Effects): Promise<Tally> =>
  measure(config, world, { shard: { part: 1, of: 1 } });

const whole = await measureWorld(openWorld(relu));

Deno.test("of a model with a node that the runtime does not know, what is before it is measured", async () => {
  const mystery: NodeText = { op: "Mystery", inputs: ["a"], outputs: ["q"] };
  const { models: [model], broken } = await measureWorld(openWorld(mystery));
  assert.deepEqual(model!.layers.map(({ id }) => id), ["first"]);
  assert.equal(model!.layers[0]!.tally.photos, COUNT);
  assert.deepEqual(broken, []);
});

Deno.test("photos of a job that cannot load the network are run in this thread, with the same bytes", async () => {
  let opened = 0;
  const runtime: Runtime = {
    ...onnxRuntime,
    open: (...model) => {
      opened++;
      if (opened > 1) return Promise.reject(new Error("no memory for another one"));
      return onnxRuntime.open(...model);
    },
  };
  assert.equal(writeTally(await measureWorld(openWorld(relu, runtime))), writeTally(whole));
  assert.equal(opened, 2, "it is not tried again and again");
});

Deno.test("a photo that does not run is named, and those of its batch are measured", async () => {
  // The first pixel tells photos apart: that of this one has the red of 11 times 5.
  const red = toInput(one(55), presets.unit).data[0]!;
  const isOdd = (data: Float32Array): boolean =>
    data.some((value, i) => i % SIZE === 0 && value === red);
  const runtime: Runtime = {
    ...onnxRuntime,
    open: async (...model) => {
      const session = await onnxRuntime.open(...model);
      return {
        ...session,
        run: (inputs, outputs) =>
          isOdd(inputs.values().next().value!.data)
            ? Promise.reject(new Error("out of range"))
            : session.run(inputs, outputs),
      };
    },
  };
  const { models: [model], broken } = await measureWorld(openWorld(relu, runtime));
  assert.deepEqual(broken.map(({ path, message }) => [path, message]), [
    ["set/05.jpg", "out of range"],
  ]);
  assert.equal(model!.layers[0]!.tally.photos, COUNT - 1);
});

function one(level: number): Raster {
  return { width: 1, height: 1, channels: 3, data: Uint8Array.of(level, level, level) };
}
