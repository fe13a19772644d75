/** A place in the report, as a link names it. */
export interface ReportPlace {
  /** The path from the report's folder. */
  readonly path: string;
  /** What stands behind the `#`. */
  readonly rest: string;
}

// Stands in for the report's folder: links only climb and descend in it.
const ROOT = "http://report.invalid/";

/** Resolves a link of a page within the report; null where it leads elsewhere. */
export function resolveLink(page: string, href: string): ReportPlace | null {
  const base = ROOT + page.split("/").map(encodeURIComponent).join("/");
  if (!URL.canParse(href, base)) return null;
  const { href: whole, pathname, hash } = new URL(href, base);
  if (!whole.startsWith(ROOT)) return null;
  try {
    return { path: decodeURIComponent(pathname.slice(1)), rest: hash.slice(1) };
  } catch {
    return null;
  }
}
