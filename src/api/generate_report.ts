import type { ConfigInput } from "../config/config.ts";
import { parseConfig } from "../config/parse.ts";
import type { Progress } from "../effects.ts";
import { generate, type GenerateOptions } from "../generate.ts";
import { openDenoEffects } from "../host/deno_effects.ts";
import type { Report } from "../report/report.ts";

/** Where {@linkcode generateReport} reads and writes. */
export interface ReportOptions extends GenerateOptions {
  /**
   * The folder that the config's paths are relative to.
   *
   * @default {"."}
   */
  readonly folder?: string;
  /**
   * The folder of the report: a new one, an empty one, or an earlier report.
   *
   * @default {"dist"}
   */
  readonly out?: string;
  /** Takes the progress. */
  readonly tell?: (progress: Progress) => void;
}

/**
 * Writes the report of a config into a folder of static pages.
 *
 * @param config The models, layers and photos, as in `convatlas.json`.
 * @param options The folders.
 * @returns The report's head; what could not be drawn is in its `failures`.
 * @throws {TypeError} If the config has mistakes, or the folder holds other files.
 * @throws {Error} If no model can be read; nothing is written then.
 *
 * @example A report of one model on one photo
 * ```ts
 * import { generateReport } from "@convatlas/convatlas";
 * import assert from "node:assert/strict";
 *
 * const report = await generateReport({
 *   models: [{ path: "fixtures/miniature.onnx", layers: ["conv1"], preprocess: "inception" }],
 *   images: ["fixtures/scenes/beach.png"],
 * }, { out: await Deno.makeTempDir() });
 * assert.equal(report.models[0]?.layers[0]?.pairs, 32);
 * ```
 */
export async function generateReport(
  config: ConfigInput,
  options: ReportOptions = {},
): Promise<Report> {
  const { folder = ".", out = "dist", tell = () => {}, ...rest } = options;
  const effects = await openDenoEffects({ folder, out, tell });
  try {
    return await generate(parseConfig(config), effects, rest);
  } finally {
    await effects.output.discard();
  }
}
