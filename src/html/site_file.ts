/** A file of the site: its content, and its path relative to the report's folder. */
export interface SiteFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}
