import assert from "node:assert/strict";
import { jobRuntime } from "../../src/host/session.ts";
import { findConvLayers } from "../../src/onnx/layer/conv_layer.ts";
import { readModel } from "../../src/onnx/read/read_model.ts";
import { cutModel } from "../../src/onnx/write/cut.ts";
import { tapTuned } from "../../src/plan/tuning_plan.ts";
import type { Tensor } from "../../src/tensor/tensor.ts";
import { encodeTinyModel } from "../support/model/tiny_model.ts";
import { createRandom } from "../support/random.ts";

Deno.test("a run that writes over what another one gave gives that, and no copy of it", async () => {
  const model = readModel(encodeTinyModel());
  const cut = cutModel(model, findConvLayers(model).flatMap((layer) => tapTuned(layer) ?? []));
  const session = await jobRuntime.open(cut, { repeated: true });
  const random = createRandom(9);
  const draw = (): ReadonlyMap<string, Tensor> =>
    new Map([[cut.inputs[0]!.feed, { data: random.floats(3 * 8 * 8, -2, 2), dims: [1, 3, 8, 8] }]]);
  const [first, second] = [draw(), draw()];
  const written = await session.run(first);
  const wanted = await session.run(second);
  const before = new Map([...written].map(([name, { data }]) => [name, data.slice()]));
  const given = await session.run(second, written);
  assert.ok(given.size > 1);
  for (const [name, { data }] of given) {
    assert.equal(data.buffer, written.get(name)!.data.buffer);
    assert.deepEqual(data, wanted.get(name)!.data);
    assert.notDeepEqual(data, before.get(name));
  }
  await session.close();
});
