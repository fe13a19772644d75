import type { PictureKind } from "../plan/picture_kind.ts";

/** What a file of a report holds. */
export type ReportFileKind =
  | PictureKind
  | "photos"
  | "patches"
  | "values"
  | "arrays"
  | "tables"
  | "measures"
  | "pages";

/** A file that a report will have. */
export interface ExpectedFile {
  /** What the file holds. */
  readonly kind: ReportFileKind;
  /** The path relative to the report's folder. */
  readonly path: string;
  /** How large it will be, as far as shapes tell. */
  readonly bytes: number;
}
