import { namePictureData, namePictureScript } from "../plan/picture_script.ts";
import { writeDataScript } from "../report/data_script.ts";

/** A file that a job made, to be written by whoever gave the job. */
export interface MadeFile {
  /** Relative to the report's folder. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Makes the script that holds the file of a picture. */
export function makePictureScript(path: string, bytes: Uint8Array): MadeFile {
  const script = writeDataScript(namePictureData(path), bytes, "numbers");
  return { path: namePictureScript(path), bytes: script };
}
