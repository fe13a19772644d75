/** A file that a job made, to be written by whoever gave the job. */
export interface MadeFile {
  /** Relative to the report's folder. */
  readonly path: string;
  readonly bytes: Uint8Array;
}
