import assert from "node:assert/strict";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import { explainObstacle } from "../../../src/visit/pixel/backward_run.ts";
import { encodeModel } from "../../support/model/onnx_model.ts";
import { tellReason } from "../../../src/reason/reason.ts";

for (const [name, says] of [["gate", 'Mul "gate"'], ["", "Mul"]] as const) {
  Deno.test(`explainObstacle() names ${says}`, () => {
    const [node] = readModel(encodeModel({
      initializers: {},
      inputs: { x: [1, 3, 4, 4] },
      nodes: [{ op: "Mul", name, inputs: ["x", "x"], outputs: ["y"] }],
    })).graph.nodes;
    assert.equal(tellReason(explainObstacle({ node: node! })), `${says} stands in the way`);
  });
}
