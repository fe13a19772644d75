import type { ConfigInput } from "./config_input.ts";

/**
 * Returns the config as it came, and so gives a `convatlas.config.ts` its types in the editor.
 *
 * @param config The config.
 * @returns The same config, not parsed yet.
 *
 * @example
 * ```ts
 * import { defineConfig } from "@convatlas/convatlas";
 * import assert from "node:assert/strict";
 *
 * const config = defineConfig({
 *   models: [{ path: "alexnet.onnx", layers: ["/features/*", "!#-1"] }],
 *   images: ["photos/*.jpg"],
 * });
 * assert.equal(config.models.length, 1);
 * ```
 */
export function defineConfig(config: ConfigInput): ConfigInput {
  return config;
}
