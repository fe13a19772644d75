import assert from "node:assert/strict";
import type { Model } from "../../../src/onnx/graph/model.ts";
import { type ConvLayer, findConvLayers } from "../../../src/onnx/layer/conv_layer.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import { slimModel } from "../../../src/onnx/slim/slim_model.ts";
import { encodeHiddenModel } from "../../support/model/hidden_model.ts";
import { countRounds, createChance } from "../../support/rounds.ts";

const TRIES = countRounds(1000, 10_000);

function tryReading(bytes: Uint8Array<ArrayBuffer>): [Model, ConvLayer[]] | null {
  try {
    const model = readModel(bytes);
    return [model, findConvLayers(model)];
  } catch {
    return null; // it is told what is wrong of every model
  }
}

Deno.test("slimModel() of a damaged model that can be read gives one that can, or an error", () => {
  const bytes = encodeHiddenModel();
  const random = createChance(61);
  let made = 0;
  for (let i = 0; i < TRIES; i++) {
    const place = random.whole(0, bytes.length - 1);
    const before = bytes[place]!;
    bytes[place] = before ^ random.whole(1, 255);
    const [model, layers] = tryReading(bytes) ?? [null, []];
    if (model !== null && layers.length > 0) {
      try {
        const { file } = slimModel(model, layers);
        const slim = readModel(file.read(0, file.byteLength).slice());
        assert.equal(findConvLayers(slim).length, layers.length, `byte ${place}`);
        made++;
      } catch (error) {
        assert.match((error as Error).message, /^Cannot \w+ /, `byte ${place}`);
      }
    }
    bytes[place] = before;
  }
  assert.ok(made > TRIES / 10, `${made} were made`);
});
