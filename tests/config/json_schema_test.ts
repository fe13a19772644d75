import assert from "node:assert/strict";
import { Ajv2020 } from "ajv/dist/2020.js";
import { configJsonSchema } from "../../src/config/json_schema.ts";
import { parseConfig } from "../../src/config/parse.ts";

const schema = configJsonSchema();
const accepts = new Ajv2020({ strictTypes: false }).compile(schema);

const example = {
  $schema: "./src/config/config.schema.json",
  title: "AlexNet, layer by layer",
  models: [{ name: "alexnet", path: "alexnet.onnx", layers: ["*"], preprocess: "imagenet" }],
  images: ["photos/*.jpg"],
  grid: { nrow: 8, padding: 2, padValue: 0 },
};

const model = (fields: object): object => ({ ...example, models: [{ path: "a", ...fields }] });

const right: [string, unknown][] = [
  ["the design's example", example],
  ["the least config", { models: [{ path: "a" }], images: ["b"] }],
  ["a named photo", { ...example, images: [{ name: "x", path: "y" }, { path: "z" }] }],
  ["selectors", model({ layers: ["conv[1]", "!#-1", "op:Conv*", "!op:x", "a\nb"] })],
  ["a site", { ...example, site: "https://example.org" }],
  ["a path of reviews", { ...example, reviews: "reviews/*.json" }],
  ["paths of reviews", { ...example, reviews: ["a.json", "b.json"] }],
  ["a Hugging Face file", model({ preprocess: "vit/preprocessor_config.json" })],
  [
    "a written recipe",
    model({ preprocess: { resize: { shortestEdge: 8 }, mean: 0, std: [1, 1, 1] } }),
  ],
];

const wrong: [string, unknown][] = [
  ["an unknown key", { ...example, titel: "x" }],
  ["a model's unknown key", model({ layer: [] })],
  ["no models", { images: ["a"] }],
  ["empty models", { ...example, models: [] }],
  ["a site with a password", { ...example, site: "https://me:secret@example.org" }],
  ["empty text", { ...example, title: "" }],
  ["a selector that is none", model({ layers: ["#x"] })],
  ["an unknown preset", model({ preprocess: "imagnet" })],
  ["a mixture of resizings", model({ preprocess: { resize: { shortestEdge: 1, width: 2 } } })],
  ["a side of no pixels", model({ preprocess: { crop: { width: 0, height: 1 } } })],
  ["std of 0", model({ preprocess: { std: [1, 0, 1] } })],
  ["rescale of 0", model({ preprocess: { rescale: 0 } })],
  ["five channels", model({ preprocess: { mean: [0, 0, 0, 0, 0] } })],
  ["an empty path of reviews", { ...example, reviews: [""] }],
  ["a fraction of a tile", { ...example, grid: { nrow: 1.5 } }],
];

for (const [what, config] of right) {
  Deno.test(`config.schema.json accepts ${what}, as parseConfig() does`, () => {
    assert(accepts(config), JSON.stringify(accepts.errors));
    assert.doesNotThrow(() => parseConfig(config));
  });
}

for (const [what, config] of wrong) {
  Deno.test(`config.schema.json refuses ${what}, as parseConfig() does`, () => {
    assert.equal(accepts(config), false);
    assert.throws(() => parseConfig(config), { name: "ConfigError" });
  });
}

Deno.test("config.schema.json describes every field", () => {
  assert.deepEqual(findUndescribed(schema, "config"), []);
});

function findUndescribed(node: unknown, path: string): string[] {
  if (typeof node !== "object" || node === null) return [];
  const fields = "properties" in node ? Object.entries(node.properties as object) : [];
  const missing = fields.filter(([, field]) => !field.description).map(([key]) => `${path}.${key}`);
  return [
    ...missing,
    ...Object.entries(node).flatMap(([key, value]) => findUndescribed(value, `${path}.${key}`)),
  ];
}
