import { HOOKS } from "../../site/hook/hooks.ts";
import { formatAddress } from "../shell/address.ts";
import type { EmbeddedFiles } from "../files/embedded_files.ts";
import { resolveLink } from "../files/report_path.ts";

/** A page of a report in one file that is not shown yet: nothing of it is requested. */
export interface InertPage {
  readonly document: Document;
  readonly sheets: CSSStyleSheet[];
}

/** Reads a page: its links lead to addresses of the one file, its pictures wait in `data-src`. */
export async function readPage(embedded: EmbeddedFiles, path: string): Promise<InertPage> {
  const page = new DOMParser().parseFromString(await embedded.readText(path), "text/html");
  for (const anchor of page.querySelectorAll(HOOKS.links)) directLink(embedded, anchor, path);
  for (const image of page.querySelectorAll(HOOKS.pictures)) holdPicture(embedded, image, path);
  for (const image of page.querySelectorAll(HOOKS.svgPictures)) drawInSvg(embedded, image, path);
  const links = [...page.querySelectorAll(HOOKS.stylesheets)];
  const sheets = links.map((link) =>
    readSheet(embedded, resolve(path, link.getAttribute("href")!))
  );
  return { document: page, sheets: await Promise.all(sheets) };
}

function directLink(embedded: EmbeddedFiles, anchor: Element, page: string): void {
  const place = resolveLink(page, anchor.getAttribute("href")!);
  if (place === null || !place.path.endsWith(".html") || !embedded.holds(place.path)) return;
  anchor.setAttribute("href", formatAddress({ page: place.path, rest: place.rest }));
}

function holdPicture(embedded: EmbeddedFiles, image: Element, page: string): void {
  const path = resolve(page, image.getAttribute("src")!);
  if (!embedded.holds(path)) return;
  image.removeAttribute("src");
  image.setAttribute("data-src", path);
}

function drawInSvg(embedded: EmbeddedFiles, image: Element, page: string): void {
  const path = resolve(page, image.getAttribute("href")!);
  if (embedded.holds(path)) image.setAttribute("href", embedded.openUrl(path));
}

// Sheets that a script makes are no inline styles to the policy.
async function readSheet(embedded: EmbeddedFiles, path: string): Promise<CSSStyleSheet> {
  const text = embedded.holds(path) ? await embedded.readText(path) : "";
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text.replace(/url\("([^"#]+)"\)/g, (url, href: string) => {
    const picture = resolve(path, href);
    return embedded.holds(picture) ? `url("${embedded.openUrl(picture)}")` : url;
  }));
  return sheet;
}

function resolve(page: string, href: string): string {
  return resolveLink(page, href)?.path ?? "";
}
