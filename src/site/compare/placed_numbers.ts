import type { ValueLayout } from "../../plan/value_files.ts";

/** Where the numbers of a map lie, as a page that compares tells its script in JSON. */
export interface PlacedNumbers {
  /** Relative to the report's folder. */
  readonly folder: string;
  readonly values: ValueLayout;
  readonly k: number;
  /** Whether what is below zero is to be made zero. */
  readonly rectified: boolean;
}
