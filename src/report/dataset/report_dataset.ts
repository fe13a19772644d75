/** The dataset that a report tells of: photos that were measured, not drawn. */
export interface ReportDataset {
  /** How many photos it has. */
  readonly photos: number;
  /** How many bytes they take. */
  readonly bytes: number;
  /** The SHA-256 of the list of photos: their names, sizes and labels. */
  readonly sha256: string;
  /** The labels, in the order of their names; null where photos have none. */
  readonly labels: readonly string[] | null;
  /** The photos that could not be measured. */
  readonly broken: readonly BrokenDatasetPhoto[];
}

/** A photo that could not be read, or not be run. */
export interface BrokenDatasetPhoto {
  /** Its path, relative to the config or within an archive. */
  readonly path: string;
  /** The name of the model that does not take it; null where none can. */
  readonly model: string | null;
  /** Why, in one line. */
  readonly message: string;
}
