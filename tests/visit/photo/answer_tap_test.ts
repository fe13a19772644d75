import assert from "node:assert/strict";
import { findLayers } from "../../../src/onnx/layer/conv_layer.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import type { FoundClasses } from "../../../src/plan/found.ts";
import { findAnswerTap } from "../../../src/visit/photo/answer_tap.ts";
import { encodeDenseModel } from "../../support/model/dense_model.ts";

const onnx = readModel(encodeDenseModel({ sizes: [4, 6, 3] }));
const [conv, , last] = findLayers(onnx).map(({ tap }) => tap!);
const classes: FoundClasses = {
  ...{ output: "x2", layer: "y2", scores: "shares", count: 3 },
  ...{ labels: null, source: null, asked: false },
} as const;

Deno.test("findAnswerTap() taps the classes where what they need is run already", () => {
  assert.deepEqual(findAnswerTap({ onnx, classes }, [conv!, last!]), {
    tensor: "x2",
    quantization: null,
  });
  assert.equal(findAnswerTap({ onnx, classes }, [conv!]), null);
});

Deno.test("findAnswerTap() taps them whatever they need where their words are asked for", () => {
  const asked = { ...classes, asked: true };
  assert.equal(findAnswerTap({ onnx, classes: asked }, [conv!])?.tensor, "x2");
  assert.equal(findAnswerTap({ onnx, classes: null }, [conv!, last!]), null);
});
