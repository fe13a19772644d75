import { Ajv2020 } from "ajv/dist/2020.js";
import assert from "node:assert/strict";
import { MAP_MEASURES } from "../../../src/analysis/map/map_measures.ts";
import { generate } from "../../../src/generate.ts";
import { COMPARISON_SCHEMA } from "../../../src/report/schema/comparison_schema.ts";
import { LAYER_SCHEMA } from "../../../src/report/schema/layer_schema.ts";
import { REPORT_SCHEMA } from "../../../src/report/schema/report_schema.ts";
import { configureTiny, createTinyWorld, textAt } from "../../support/report/tiny_site.ts";

type Json = Record<string, unknown>;

const ajv = new Ajv2020({ strictTypes: false }).addSchema(REPORT_SCHEMA, "report.schema.json");

// [file, schema]
const schemas: readonly [string, Json][] = [
  ["report.json", REPORT_SCHEMA],
  ["layer.json", LAYER_SCHEMA],
  ["tiny/cropped.json", COMPARISON_SCHEMA],
];

const reviews = [{ model: "tiny", layer: "conv1", kernel: 1, verdict: "dead", reviewer: "Ana" }];
const review = JSON.stringify({ format: "convatlas-review", version: 1, reviews });

// Every kind of field is there: a preprocessing with a resizing and a crop, one that was
// found, a review, and a failure.
async function generateFiles(ending: string): Promise<Json[]> {
  const world = createTinyWorld({ "ana.json": new TextEncoder().encode(review) });
  const crop = { width: 8, height: 8 };
  const config = configureTiny({
    note: "One photo is missing",
    models: [
      { path: "tiny.onnx", preprocess: "unit" },
      { name: "auto", path: "tiny.onnx" },
      { name: "cropped", path: "tiny.onnx", preprocess: { resize: { shortestEdge: 9 }, crop } },
    ],
    images: ["photos/*", { path: "missing.jpg" }],
    reviews: "ana.json",
  });
  await generate(config, world.effects, { npy: true });
  const paths = [...world.written.keys()].filter((path) => path.endsWith(ending));
  return paths.map((path) => JSON.parse(textAt(world, path)));
}

for (const [file, schema] of schemas) {
  const accepts = ajv.compile(schema);

  Deno.test(`the schema of ${file} accepts what generate() writes`, async () => {
    const written = await generateFiles(file);
    assert(written.length > 0);
    for (const content of written) assert(accepts(content), ajv.errorsText(accepts.errors));
  });

  Deno.test(`the schema of ${file} refuses a field that it does not know, wherever it is`, async () => {
    for (const content of await generateFiles(file)) {
      for (const part of walkObjects(content)) {
        part["surprise"] = [];
        assert(!accepts(content), `accepts a surprise beside ${Object.keys(part)}`);
        delete part["surprise"];
      }
    }
  });

  Deno.test(`the schema of ${file} refuses the lack of any field`, async () => {
    for (const content of await generateFiles(file)) {
      for (const part of walkObjects(content)) {
        if ("shortestEdge" in part) continue; // one of the two ways to resize
        for (const [name, value] of Object.entries(part)) {
          if (name.includes(",")) continue; // a relation, which may be missing
          if (name === "found") continue; // by what a preprocessing was, where nobody says it
          delete part[name];
          assert(!accepts(content), `accepts the lack of ${name}`);
          part[name] = value;
        }
      }
    }
  });

  Deno.test(`the schema of ${file} describes every field`, () => {
    for (const part of walkObjects(schema)) {
      const { properties } = part as { properties?: Record<string, Json> };
      for (const [name, field] of Object.entries(properties ?? {})) {
        assert("description" in field || "$ref" in field, `${name} has no description`);
      }
    }
  });
}

Deno.test("LAYER_SCHEMA says of every measure of maps what it is", () => {
  const { $defs } = LAYER_SCHEMA as { $defs: { columns: { properties: Record<string, Json> } } };
  for (const [name, { meaning }] of Object.entries(MAP_MEASURES)) {
    assert.equal($defs.columns.properties[name]?.["description"], meaning);
  }
});

// What goes with a code is not the schema's to know, nor what is in a reason.
function* walkObjects(value: unknown): Generator<Json> {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield value as Json;
  for (const [name, part] of Object.entries(value)) {
    const open = name === "values" && "code" in value || /^(reasons?|\w+Reason)$/.test(name);
    if (!open) yield* walkObjects(part);
  }
}
