import type { Effects, Progress } from "../effects.ts";
import type { Forecast } from "../forecast/forecast.ts";
import { openCrew } from "./crew/crew.ts";
import { createFiles } from "./file/files.ts";
import { imageCodec } from "./photo/image_codec.ts";
import "./photo/limited_formats.ts";
import { openOutput } from "./output/output.ts";
import { openSideFiles } from "./output/side_files.ts";
import { onnxRuntime, openRuntime } from "./session.ts";
import { openSingleFile, type SingleFileOptions } from "./output/single_file_output.ts";

/** What reads and computes, and writes nothing. */
export type ReadingEffects = Pick<Effects, "files" | "images" | "runtime" | "note" | "warn">;

/** Where the pipeline reads and writes. */
export interface Places {
  /** The folder that the paths of the config are relative to. */
  readonly folder: string;
  /** The folder of the report, or its file. */
  readonly out: string;
  /** How the report is written in one file; without it, it is a folder. */
  readonly singleFile?: Omit<SingleFileOptions, "warn"> | null;
  /** How many jobs are done side by side; by default as many as the machine has cores. */
  readonly jobs?: number | null;
  /** Takes what the report will take. */
  foresee(forecast: Forecast): void;
  /** Takes the progress. */
  tell(progress: Progress): void;
  /** Takes what was chosen for a user. */
  note(remark: string): void;
  /** Takes what a user should know beside what the report says. */
  warn(warning: string): void;
}

/** Opens the world: files, sharp and onnxruntime. */
export async function openHostEffects(
  { folder, out, singleFile = null, jobs = null, foresee, tell, note, warn }: Places,
): Promise<Effects> {
  const output = singleFile
    ? await openSingleFile(out, { ...singleFile, warn })
    : await openOutput(out, { warn });
  const crew = openCrew(jobs); // when nothing fails any more: it has a thread
  return {
    ...createReading({ folder, note, warn }),
    ...{ crew, output, beside: openSideFiles(), foresee, tell },
    runtime: openRuntime(output.draft),
  };
}

/** Makes what reads the files of a folder, photos and models. */
export function createReading(
  { folder, ...told }: Pick<Places, "folder" | "note" | "warn">,
): ReadingEffects {
  return { files: createFiles(folder), images: imageCodec, runtime: onnxRuntime, ...told };
}
