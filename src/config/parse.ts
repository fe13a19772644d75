import { decodeJsonc } from "./problem/jsonc.ts";
import { findProblems } from "./problem/problem.ts";
import { type Config, configSchema } from "./config.ts";
import { ConfigError } from "./problem/config_error.ts";
import { type PreprocessChoice, preprocessChoiceSchema } from "./preprocess/preprocess_choice.ts";

/** What the messages about a config need to know of it. */
export interface ParseConfigOptions {
  /** Where the config comes from, as the messages name it, such as `convatlas.json`. */
  readonly source?: string;
}

/**
 * Parses a config: fills in every default, and refuses what it does not know, all problems at once.
 *
 * @param input The config as a user writes it, see `ConfigInput`; paths in it stay as they are.
 * @param options `source`: what the messages call the config.
 * @returns The config with every field present.
 * @throws {ConfigError} A `TypeError` that lists every problem: its field, what was found there,
 * what is allowed.
 *
 * @example Defaults
 * ```ts
 * import { parseConfig } from "@convatlas/convatlas";
 * import assert from "node:assert/strict";
 *
 * const config = parseConfig({ models: [{ path: "nets/alexnet.onnx" }], images: ["*.jpg"] });
 * assert.equal(config.models[0]?.name, "alexnet");
 * assert.deepEqual(config.grid, { nrow: 8, padding: 2, padValue: 0 });
 * ```
 *
 * @example Problems
 * ```ts
 * import { parseConfig } from "@convatlas/convatlas";
 * import assert from "node:assert/strict";
 *
 * assert.throws(
 *   () => parseConfig({ models: [{ path: "a.onnx" }], images: ["a.jpg"], grid: { nrow: "8" } }),
 *   /grid\.nrow: found "8", expected an integer >= 1/,
 * );
 * ```
 */
export function parseConfig(input: unknown, options: ParseConfigOptions = {}): Config {
  const result = configSchema.safeParse(input, { reportInput: true });
  if (!result.success) throw new ConfigError(findProblems(result.error.issues), options);
  return result.data;
}

/**
 * Parses the text of a config: JSON that may have comments and trailing commas.
 *
 * @param text The content of a `convatlas.json`.
 * @param options `source`: what the messages call the config.
 * @returns The config with every field present.
 * @throws {SyntaxError} Where the text is not JSON or repeats a key: line and column, what was
 * found, what was expected.
 * @throws {ConfigError} Where the JSON is not a config, as `parseConfig` does.
 *
 * @example
 * ```ts
 * import { parseConfigText } from "@convatlas/convatlas";
 * import assert from "node:assert/strict";
 *
 * const config = parseConfigText(`{
 *   // one model, one photo
 *   "models": [{ "path": "alexnet.onnx" }],
 *   "images": ["cat.jpg"],
 * }`);
 * assert.equal(config.title, "convatlas");
 * ```
 */
export function parseConfigText(text: string, options: ParseConfigOptions = {}): Config {
  return parseConfig(decodeJsonc(text, options.source), options);
}

/**
 * Parses a model's `preprocess`: a preset's name, the path of a file, or an object.
 *
 * @throws {ConfigError} A `TypeError` that lists every problem.
 */
export function parsePreprocess(input: unknown): PreprocessChoice {
  const result = preprocessChoiceSchema.safeParse(input, { reportInput: true });
  if (!result.success) throw new ConfigError(findProblems(result.error.issues, ["preprocess"]));
  return result.data;
}
