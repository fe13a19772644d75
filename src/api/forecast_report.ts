import type { ConfigInput } from "../config/config_input.ts";
import { parseConfig } from "../config/parse.ts";
import type { Forecast } from "../forecast/forecast.ts";
import { createReading } from "../host/host_effects.ts";
import { type GenerateOptions, prepareReport } from "../prepare.ts";

/** Where {@linkcode forecastReport} reads. */
export interface ForecastOptions extends GenerateOptions {
  /**
   * The folder that the config's paths are relative to.
   *
   * @default {"."}
   */
  readonly folder?: string;
  /** Takes what was chosen where the config leaves it open: the preprocessing of each model. */
  readonly note?: (remark: string) => void;
  /** Takes a warning: about what is too large to be published, or to be run. */
  readonly warn?: (warning: string) => void;
}

/**
 * Foretells what the report of a config would take, from shapes alone: no model runs, and nothing is
 * written.
 *
 * @param config The models, layers and photos, as in `convatlas.json`.
 * @returns The files, their bytes, and the seconds on a machine of two cores; what cannot be known
 * before a model runs counts as nothing.
 * @throws {TypeError} If the config has mistakes.
 * @throws {Error} If no model can be read.
 *
 * @example What a report of one layer would take
 * ```ts
 * import { forecastReport } from "@convatlas/convatlas";
 * import assert from "node:assert/strict";
 *
 * const { files, bytes } = await forecastReport({
 *   models: [{ path: "fixtures/miniature.onnx", layers: ["conv1"], preprocess: "inception" }],
 *   images: ["fixtures/scenes/beach.png"],
 * });
 * assert(files > 10 && bytes > 1e5);
 * ```
 */
export async function forecastReport(
  config: ConfigInput,
  { folder = ".", note = () => {}, warn = () => {}, ...options }: ForecastOptions = {},
): Promise<Forecast> {
  const reading = createReading({ folder, note, warn });
  using prepared = await prepareReport(parseConfig(config), reading, options);
  return prepared.forecast;
}
