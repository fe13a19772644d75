import assert from "node:assert/strict";
import { findConvLayers } from "../../src/onnx/layer/conv_layer.ts";
import { readModel } from "../../src/onnx/read/read_model.ts";
import type { RowField } from "../../src/listing/layer_row.ts";
import { surveyFields } from "../../src/survey/fields.ts";
import { surveyImage } from "../../src/survey/image.ts";
import { encodeModel, type InputText, type NodeText } from "../support/model/onnx_model.ts";
import { store } from "../support/model/onnx_tensor.ts";

const conv: NodeText = { op: "Conv", inputs: ["a", "w"], outputs: ["y"] };
const open = [1, 3, "h", "w"];

function survey(before: NodeText, photo: InputText): RowField {
  const model = readModel(encodeModel({
    nodes: [before, conv],
    initializers: {
      w: store("float32", [1, 3, 3, 3], Array(27).fill(1)),
      sizes: store("int64", [4], [1, 3, 40, 40]),
    },
    inputs: { photo },
  }));
  const layers = findConvLayers(model);
  return surveyFields(model, surveyImage(model, {}), layers)(layers[0]!);
}

function node(op: string, rest: Partial<NodeText> = {}): NodeText {
  return { op, inputs: ["photo"], outputs: ["a"], ...rest };
}

const pool = node("AveragePool", { ints: { kernel_shape: [2, 2], strides: [2, 2] } });

Deno.test("surveyFields() gives the line of a model whose photos may have any size", () => {
  const { field, cells } = survey(pool, open);
  assert.deepEqual(field && "line" in field && field.line?.size, [6, 6]);
  assert.equal(cells, null);
});

Deno.test("surveyFields() gives the cells too where the size is fixed", () => {
  assert.deepEqual(survey(pool, [1, 3, 20, 24]).cells, [8, 10]);
});

Deno.test("surveyFields() knows that the whole photo is read, of whatever size", () => {
  const { field } = survey(node("InstanceNormalization", { inputs: ["photo", "w", "w"] }), open);
  assert(field !== null && "whole" in field && field.whole);
});

Deno.test("surveyFields() leaves open what depends on the photo's size", () => {
  const fixed = node("Resize", { inputs: ["photo", "", "", "sizes"], string: { mode: "linear" } });
  assert.equal(survey(fixed, open).field, null);
});

Deno.test("surveyFields() says why a field is not known, whatever the size", () => {
  const { field } = survey(node("Unheard", { domain: "elsewhere", name: "it" }), open);
  assert.deepEqual(field, {
    missing: { code: "field-unknown-behind", op: "Unheard", node: "it" },
  });
});

Deno.test("surveyFields() does not say of what stands in a body that it reads nothing", () => {
  const inner = { nodes: [{ ...conv, inputs: ["photo", "w"] }] };
  const model = readModel(encodeModel({
    nodes: [
      node("If", {
        name: "choice",
        inputs: ["yes"],
        graph: { then_branch: inner, else_branch: inner },
      }),
    ],
    initializers: {
      w: store("float32", [1, 3, 3, 3], Array(27).fill(1)),
      yes: store("bool", [], [1]),
    },
    inputs: { photo: [1, 3, 20, 24] },
  }));
  const { field } = surveyFields(model, surveyImage(model, {}), findConvLayers(model))(
    findConvLayers(model)[0]!,
  );
  assert.deepEqual(field, {
    missing: { code: "field-unknown-in-body", op: "If", node: "choice" },
  });
});
