// The files of a report in one file: script elements that do not run, each with base64.

import { decodeBytes } from "../../tensor/base64.ts";

const embedded = new Map<string, HTMLElement>();
const urls = new Map<string, string>();
const left: string[] = [];

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html",
  json: "application/json",
  png: "image/png",
};

/** Finds the files that the document holds, and tells whether it holds any. */
export function openEmbeddedFiles(): boolean {
  for (const element of document.querySelectorAll<HTMLElement>("script[data-file]")) {
    embedded.set(element.dataset.file!, element);
  }
  return embedded.size > 0;
}

/** Tells whether the document holds a file, by its path from the report's folder. */
export function holdsFile(path: string): boolean {
  return embedded.has(path);
}

/** Reads the text of a file that the document holds. */
export async function readEmbeddedText(path: string): Promise<string> {
  const stream = new Blob([decode(path)]).stream();
  const inflated = stream.pipeThrough(new DecompressionStream("deflate-raw"));
  return await new Response(inflated).text();
}

/** Makes a URL of a picture or another file that is not text, the first time it is asked for. */
export function openUrl(path: string): string {
  const known = urls.get(path);
  if (known !== undefined) return known;
  return keepUrl(path, decode(path));
}

/** Makes a URL of any file, to save it. */
export async function openDownload(path: string): Promise<string> {
  if (urls.has(path) || !("deflated" in embedded.get(path)!.dataset)) return openUrl(path);
  return keepUrl(path, new TextEncoder().encode(await readEmbeddedText(path)));
}

/** Leaves all URLs to the page that still shows them: another page has its own. */
export function leaveUrls(): void {
  left.push(...urls.values());
  urls.clear();
}

/** Lets go of the URLs that were left. */
export function closeLeftUrls(): void {
  for (const url of left.splice(0)) URL.revokeObjectURL(url);
}

function keepUrl(path: string, bytes: Uint8Array<ArrayBuffer>): string {
  const type = TYPES[path.split(".").at(-1)!] ?? "application/octet-stream";
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  urls.set(path, url);
  return url;
}

function decode(path: string): Uint8Array<ArrayBuffer> {
  return decodeBytes(embedded.get(path)!.textContent);
}
