import { Ajv2020 } from "ajv/dist/2020.js";
import assert from "node:assert/strict";
import { presets } from "../../src/config/preprocess/presets.ts";
import { LISTING_SCHEMA } from "../../src/listing/listing_schema.ts";
import { surveyLayers } from "../../src/survey/layer_list.ts";
import { encodeModel } from "../support/model/onnx_model.ts";
import { encodeTinyModel } from "../support/model/tiny_model.ts";
import { createTinyWorld } from "../support/report/tiny_site.ts";

type Json = Record<string, unknown>;

const ajv = new Ajv2020({ strictTypes: false });
const accepts = ajv.compile(LISTING_SCHEMA);

// Nothing is known of its layer but its name; its input has no sizes.
const vague = encodeModel({
  inputs: { x: { type: "float32", dims: null }, w: { type: "float32", dims: null } },
  initializers: {},
  nodes: [{ op: "Conv", name: "conv", inputs: ["x", "w"], outputs: ["y"] }],
});

async function list(model: Uint8Array<ArrayBuffer>): Promise<Json> {
  const { effects } = createTinyWorld({ "a.onnx": model });
  return JSON.parse(JSON.stringify(await surveyLayers("a.onnx", effects)));
}

for (const [what, model] of [["all", encodeTinyModel()], ["little", vague]] as const) {
  Deno.test(`LISTING_SCHEMA accepts a model of which ${what} is known, and no other fields`, async () => {
    const listing = await list(model);
    assert(accepts(listing), ajv.errorsText(accepts.errors));
    for (const part of walkObjects(listing)) {
      if ("shortestEdge" in part) continue; // one of the two ways to resize
      part["surprise"] = [];
      assert(!accepts(listing), `accepts a surprise beside ${Object.keys(part)}`);
      delete part["surprise"];
      for (const [name, value] of Object.entries(part)) {
        delete part[name];
        assert(!accepts(listing), `accepts the lack of ${name}`);
        part[name] = value;
      }
    }
  });
}

Deno.test("listModel() tells the inputs by name, type and sizes, and which takes the photo", async () => {
  const { layers: _, ...head } = await list(encodeTinyModel());
  assert.deepEqual(head, {
    format: "convatlas-layers",
    version: 1,
    opset: 17,
    producer: "tests",
    inputs: [{ name: "photo", dataType: "float32", dims: ["batch", 3, 8, 8] }],
    imageInput: "photo",
    preprocess: {
      sure: false,
      text: 'photos become 8 x 8 RGB, values from -1 to 1 ("inception"), a guess, as most models ' +
        "of photos this small take it; --preprocess says otherwise",
      recipe: presets.inception,
    },
  });
});

function* walkObjects(value: unknown): Generator<Json> {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield value as Json;
  for (const part of Object.values(value)) yield* walkObjects(part);
}
