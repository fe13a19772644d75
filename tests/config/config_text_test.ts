import assert from "node:assert/strict";
import { configFields } from "../../src/config/config.ts";
import { modelFields } from "../../src/config/model_config.ts";
import { writeConfigText } from "../../src/config/config_text.ts";
import { parseConfig, parseConfigText } from "../../src/config/parse.ts";

const few = { models: [{ path: "a.onnx" }], images: ["photos"] };

const many = {
  $schema: "./config.schema.json",
  title: 'With "quotes"',
  projections: true,
  tuning: false,
  compare: false,
  values: "none",
  grid: { nrow: 4 },
  reviews: ["reviews/*.json"],
  models: [
    { path: "a.onnx", layers: ["#0", "!conv*"], preprocess: { mean: [0.4, 0.5, 0.6], std: 0.5 } },
    { path: "b/a.onnx", name: "b/a", inputs: { k: [1, 2], right: { photo: "r.jpg" } } },
  ],
  images: Array.from({ length: 12 }, (_, i) => `photos/a photo of a long name ${i}.jpg`),
};

Deno.test("writeConfigText() writes what is read again as it was", () => {
  for (const values of [few, many]) {
    assert.deepEqual(parseConfigText(writeConfigText(values)), parseConfig(values));
  }
});

Deno.test("writeConfigText() tells every field once, and the default of what has no value", () => {
  const text = writeConfigText(many);
  const rest = [...Object.keys(configFields.shape), ...Object.keys(modelFields.shape)];
  for (const key of rest) {
    assert.equal(
      text.match(new RegExp(`^ *(// )?"${key.replace("$", "\\$")}": `, "gm"))?.length,
      {
        path: 2,
        layers: 2,
        preprocess: 2,
        name: 2, // in a comment of the first, and of the second
      }[key] ?? (key === "inputs" ? 2 : 1),
      key,
    );
  }
  assert.match(
    writeConfigText(few),
    /^ {2}\/\/ "grid": \{ "nrow": 8, "padding": 2, "padValue": 0 \},$/m,
  );
});

// Whatever of the comments is taken into use stands before what is there, with a comma behind it.
Deno.test("writeConfigText() writes comments that are fields when the slashes are gone", () => {
  const text = writeConfigText(few).replace(/^( *)\/\/ (?="\w+": )/gm, "$1");
  const { grid, values, models } = parseConfigText(text);
  assert.deepEqual(grid, { nrow: 8, padding: 2, padValue: 0 });
  assert.equal(values, "compact");
  assert.equal(models[0]!.image, "…");
});

Deno.test("writeConfigText() keeps to lines of 100 characters", () => {
  for (const line of writeConfigText(many).split("\n")) assert(line.length <= 106, line);
});
