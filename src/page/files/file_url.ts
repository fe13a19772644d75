import { holdsFile, openUrl } from "./embedded_files.ts";
import { resolveLink } from "./report_path.ts";

// The page that is shown, in a report of one file: the address may be ahead of it.
let shown: string | null = null;

/** Says which page of a report of one file is shown. */
export function tellShownPage(page: string): void {
  shown = page;
}

/**
 * Gives the URL of a picture that a script shows: its `href` from this page, or,
 * in a report of one file, the URL of the picture within. It holds until the page
 * is left.
 */
export function fileUrl(href: string): string {
  const place = shown === null ? null : resolveLink(shown, href);
  return place !== null && holdsFile(place.path) ? openUrl(place.path) : href;
}
