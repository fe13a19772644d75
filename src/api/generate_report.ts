import type { ConfigInput } from "../config/config_input.ts";
import { parseConfig } from "../config/parse.ts";
import type { Progress } from "../effects.ts";
import type { Forecast } from "../forecast/forecast.ts";
import { requireOutside, takeForms } from "../form/forms.ts";
import type { GenerateOptions } from "../prepare.ts";
import { generate } from "../generate.ts";
import { openHostEffects } from "../host/host_effects.ts";
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
   * The folder of the report: a new one, an empty one, or an earlier report. With
   * `singleFile`, the file of the report.
   *
   * @default {"dist"}, with `singleFile` {"report.html"}
   */
  readonly out?: string;
  /**
   * Whether the report is written into one HTML file.
   *
   * @default {false}
   */
  readonly singleFile?: boolean;
  /**
   * Whether one file is written also beyond 100 MB.
   *
   * @default {false}
   */
  readonly force?: boolean;
  /**
   * How many jobs are done side by side, from the first on; 1 does them one after the other, in less
   * memory.
   *
   * @default As many as the machine has cores, up to 8, once there is enough work.
   */
  readonly jobs?: number;
  /** Takes what was chosen where the config leaves it open: the preprocessing of each model. */
  readonly note?: (remark: string) => void;
  /** Takes a warning: about files that were kept beside the report, or the size of one file. */
  readonly warn?: (warning: string) => void;
  /** Takes what the report will take, before the work begins. */
  readonly foresee?: (forecast: Forecast) => void;
  /** Takes the progress. */
  readonly tell?: (progress: Progress) => void;
}

/**
 * Writes the report of a config into a folder of static pages, or into one file.
 *
 * @param config The models, layers and photos, as in `convatlas.json`.
 * @param options The folders.
 * @returns The report's head; what could not be drawn is in its `failures`.
 * @throws {TypeError} If the config has mistakes, or the folder holds other files.
 * @throws {RangeError} If one file would be larger than browsers open well, or the disk has no room for the report;
 * nothing is written then.
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
  const { folder = ".", singleFile = false, out = singleFile ? "report.html" : "dist" } = options;
  const { force = false, small = false, jobs = null } = options;
  const { foresee = () => {}, tell = () => {}, note = () => {}, warn = () => {} } = options;
  if (singleFile) requireOutside(options);
  else if (small) throw new TypeError("Cannot write a small folder: small goes with singleFile");
  const parsed = parseConfig(config);
  const one = singleFile ? { force, small, hasValues: parsed.values !== "none" } : null;
  const told = { foresee, tell, note, warn };
  const effects = await openHostEffects({ folder, out, jobs, ...told, singleFile: one });
  try {
    return await generate(parsed, effects, { ...takeForms(options), small });
  } finally {
    effects.crew.close();
    await effects.output.discard();
    await effects.beside.discard();
  }
}
