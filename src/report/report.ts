import type { ReportDataset } from "./dataset/report_dataset.ts";
import type { Failure } from "./failure.ts";
import type { ReportComparison } from "./report_comparison.ts";
import type { ReportCheck } from "./report_check.ts";
import type { ReportModel } from "./report_model.ts";

/** The head of a report, `report.json`: everything but the measures. */
export interface Report {
  /** What this file is. */
  readonly format: "convatlas-report";
  /** The version of the format; a reader refuses one it does not know. */
  readonly version: 1;
  /** The program that wrote the report, with its version. */
  readonly generator: string;
  /** The program that ran the models, with its version and settings. */
  readonly runtime: string;
  /** The title of the report. */
  readonly title: string;
  /** A remark of whoever made the report; null where there is none. */
  readonly note: string | null;
  /** Where it is published, with a slash at its end; null where that is not known. */
  readonly site: string | null;
  /** The photos, in the order of the config. */
  readonly images: readonly ReportImage[];
  /** The models, in the order of the config. */
  readonly models: readonly ReportModel[];
  /** Models that are compared, in the order of the config. */
  readonly comparisons: readonly ReportComparison[];
  /** The dataset whose photos were measured, not drawn; null where there is none. */
  readonly dataset: ReportDataset | null;
  /** What it was asked not to have, and where it has that. */
  readonly checks: readonly ReportCheck[];
  /** What could not be drawn, each with its reason. */
  readonly failures: readonly Failure[];
}

/** A photo, or an array of a .npy file. */
export interface ReportImage {
  /** The name in file names and addresses. */
  readonly id: string;
  /** The name for people. */
  readonly name: string;
  /**
   * The width of the file's picture after its orientation is applied, in pixels; of an array the
   * extent of its last axis.
   */
  readonly width: number;
  /** The height likewise, in pixels; of an array the extent of the axis before the last, or 1. */
  readonly height: number;
  /** The dims of the array in a .npy file, whose values are fed as they are; null for a photo. */
  readonly dims: readonly number[] | null;
  /** The name of the colour profile in the file, such as `Display P3`; null where it has none. */
  readonly profile: string | null;
  /** The SHA-256 of the file, in hexadecimal. */
  readonly sha256: string;
}
