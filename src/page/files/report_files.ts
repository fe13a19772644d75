import { type DataFiles, openData } from "./data.ts";
import type { EmbeddedFiles } from "./embedded_files.ts";
import { openParts, type PartFiles, type Parts } from "./parts.ts";
import { type LoadPicture, openPictures } from "./pictures.ts";
import { resolveLink } from "./report_path.ts";
import { type LoadTile, openValues } from "./values.ts";

/** The files of the report: beside the page, or within its document. */
export interface ReportFiles {
  readonly data: DataFiles;
  readonly parts: PartFiles;
  readonly loadTile: LoadTile;
  readonly loadPicture: LoadPicture;
  /**
   * Gives the URL of a picture that a script shows: its `href` from the page that is shown, or, in
   * a report of one file, the URL of the picture within. It holds until the page is left.
   */
  urlOf(href: string): string;
  /** Says which page of a report of one file is shown: the address may be ahead of it. */
  tellShownPage(page: string): void;
}

/** Takes hold of the files of the report: those that the document holds, else those beside it. */
export function openReportFiles(
  embedded: EmbeddedFiles | null,
  parts: Parts | null,
): ReportFiles {
  const data = openData(embedded);
  let shown: string | null = null;
  return {
    data,
    parts: openParts(parts),
    loadTile: openValues(data),
    loadPicture: openPictures(),
    urlOf: (href) => {
      const place = shown === null ? null : resolveLink(shown, href);
      return place !== null && embedded?.holds(place.path) ? embedded.openUrl(place.path) : href;
    },
    tellShownPage: (page) => {
      shown = page;
    },
  };
}
