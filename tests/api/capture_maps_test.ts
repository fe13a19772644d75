import assert from "node:assert/strict";
import { captureMaps } from "../../src/api/capture_maps.ts";
import { readModel } from "../../src/onnx/read/read_model.ts";
import { encodeModel } from "../support/model/onnx_model.ts";

const model = readModel(encodeModel({
  nodes: [{ op: "Cast", inputs: ["photo"], outputs: ["x"], int: { to: 1 } }],
  initializers: {},
  inputs: { photo: { type: "int64", dims: [1, 3, 2, 2] } },
}));

Deno.test("captureMaps() feeds whole numbers to an input of integers, and no fractions", async () => {
  const photo = { data: new Float32Array(12).fill(7), dims: [3, 2, 2] };
  const maps = await captureMaps(model, photo, { nodes: ["#0"] });
  assert.deepEqual(maps.get("x")?.data, photo.data);
  const half = { ...photo, data: photo.data.map((level) => level / 2) };
  await assert.rejects(captureMaps(model, half, { nodes: ["#0"] }), {
    name: "RangeError",
    message: /Cannot feed input "photo": it takes only whole numbers, preprocess gives 3.5/,
  });
});
