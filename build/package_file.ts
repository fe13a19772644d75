/** A file of the package. */
export interface PackageFile {
  /** Its path in the package. */
  readonly path: string;
  readonly content: Uint8Array;
  /** Whether it is called by its name. */
  readonly isProgram: boolean;
}
