import { parseAddress } from "./address.ts";
import { holdsFile, openUrl } from "./islands.ts";
import { resolveLink } from "./report_path.ts";

/**
 * Gives the URL of a picture that a script shows: its `href` from this page, or,
 * in a report of one file, the URL of the picture within. It holds until the page
 * is left.
 */
export function fileUrl(href: string): string {
  const { page } = parseAddress(location.hash);
  const place = page === null ? null : resolveLink(page, href);
  return place !== null && holdsFile(place.path) ? openUrl(place.path) : href;
}
