import { formatAddress } from "../shell/address.ts";
import { holdsFile, openUrl, readEmbeddedText } from "../files/embedded_files.ts";
import { resolveLink } from "../files/report_path.ts";

/** A page of a report in one file that is not shown yet: nothing of it is requested. */
export interface InertPage {
  readonly document: Document;
  readonly sheets: CSSStyleSheet[];
}

/** Reads a page: its links lead to addresses of the one file, its pictures wait in `data-src`. */
export async function readPage(path: string): Promise<InertPage> {
  const page = new DOMParser().parseFromString(await readEmbeddedText(path), "text/html");
  for (const anchor of page.querySelectorAll("a[href]")) directLink(anchor, path);
  for (const image of page.querySelectorAll("img[src]")) holdPicture(image, path);
  for (const image of page.querySelectorAll("image[href]")) drawInSvg(image, path);
  const links = [...page.querySelectorAll("link[rel=stylesheet]")];
  const sheets = links.map((link) => readSheet(resolve(path, link.getAttribute("href")!)));
  return { document: page, sheets: await Promise.all(sheets) };
}

function directLink(anchor: Element, page: string): void {
  const place = resolveLink(page, anchor.getAttribute("href")!);
  if (place === null || !place.path.endsWith(".html") || !holdsFile(place.path)) return;
  anchor.setAttribute("href", formatAddress({ page: place.path, rest: place.rest }));
}

function holdPicture(image: Element, page: string): void {
  const path = resolve(page, image.getAttribute("src")!);
  if (!holdsFile(path)) return;
  image.removeAttribute("src");
  image.setAttribute("data-src", path);
}

function drawInSvg(image: Element, page: string): void {
  const path = resolve(page, image.getAttribute("href")!);
  if (holdsFile(path)) image.setAttribute("href", openUrl(path));
}

// Sheets that a script makes are no inline styles to the policy.
async function readSheet(path: string): Promise<CSSStyleSheet> {
  const text = holdsFile(path) ? await readEmbeddedText(path) : "";
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text.replace(/url\("([^"#]+)"\)/g, (url, href: string) => {
    const picture = resolve(path, href);
    return holdsFile(picture) ? `url("${openUrl(picture)}")` : url;
  }));
  return sheet;
}

function resolve(page: string, href: string): string {
  return resolveLink(page, href)?.path ?? "";
}
