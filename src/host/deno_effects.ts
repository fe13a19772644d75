import type { Effects, Progress } from "../effects.ts";
import { createFiles } from "./files.ts";
import { imageCodec } from "./image_codec.ts";
import { openOutput } from "./output.ts";
import { onnxRuntime } from "./session.ts";

/** Where the pipeline reads and writes. */
export interface Places {
  /** The folder that the paths of the config are relative to. */
  readonly folder: string;
  /** The folder of the report. */
  readonly out: string;
  /** Takes the progress. */
  tell(progress: Progress): void;
}

/** Opens the world as Deno gives it: files, sharp and onnxruntime. */
export async function openDenoEffects({ folder, out, tell }: Places): Promise<Effects> {
  return {
    files: createFiles(folder),
    images: imageCodec,
    runtime: onnxRuntime,
    output: await openOutput(out),
    tell,
  };
}
