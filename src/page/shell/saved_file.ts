import { create } from "./dom.ts";

const READ = 60_000; // milliseconds: browsers read it when they get round to it

/** Lets the reader save a file that the page has made. */
export function saveFile(content: Blob, name: string): void {
  const href = URL.createObjectURL(content);
  create("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), READ);
}
