import assert from "node:assert/strict";
import { resizeInput } from "../../../src/onnx/input/resized_input.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import { cutModel } from "../../../src/onnx/write/cut.ts";
import { onnxRuntime } from "../../../src/host/session.ts";
import { encodeModel } from "../../support/model/onnx_model.ts";
import { describePhotoModel } from "../../support/model/photo_model.ts";

Deno.test("resizeInput() lets a model run in another size than it declares", async () => {
  const model = readModel(encodeModel(describePhotoModel({ input: [1, 3, 24, 24] })));
  const resized = resizeInput(model, "photo", [1, 3, 10, 12]);
  assert.deepEqual(model.graph.inputs.get("photo")!.dims, [1, 3, 24, 24]);
  const session = await onnxRuntime.open(
    cutModel(resized, [{ tensor: "map", quantization: null }]),
  );
  const photo = { data: new Float32Array(360).fill(1), dims: [1, 3, 10, 12] };
  const outputs = await session.run(new Map([["photo", photo]]));
  assert.deepEqual([...outputs.values()][0]!.dims, [1, 8, 8, 10]);
  await session.close();
});

Deno.test("resizeInput() leaves a model alone that has no such input", () => {
  const model = readModel(encodeModel(describePhotoModel({})));
  assert.equal(resizeInput(model, "other", [1]), model);
});
