import assert from "node:assert/strict";
import type { Config } from "../../src/config/config.ts";
import type { ConfigInput } from "../../src/config/config_input.ts";
import { defineConfig } from "../../src/config/define_config.ts";
import { parseConfig } from "../../src/config/parse.ts";

Deno.test("defineConfig() returns the config as it came", () => {
  const config: ConfigInput = { models: [{ path: "a.onnx" }], images: ["a.jpg"] };
  assert.equal(defineConfig(config), config);
});

Deno.test("defineConfig() takes a constant's readonly type, and its result parses", () => {
  const config = {
    title: "x",
    models: [{ path: "a.onnx", layers: ["#0"], preprocess: { std: [1, 2, 3] } }],
    images: ["a.jpg", { path: "b.jpg" }],
  } as const;
  assert.equal(parseConfig(defineConfig(config)).title, "x");
});

Deno.test("Config is readonly at every level", () => {
  const config: Config = parseConfig({ models: [{ path: "a.onnx" }], images: ["a.jpg"] });
  // @ts-expect-error: the list is readonly
  config.models.push;
  // @ts-expect-error: the field is readonly
  config.grid.nrow = 8;
  // @ts-expect-error: there is no such key
  defineConfig({ ...config, models: [], layers: [] });
});
