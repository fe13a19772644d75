import { openData } from "./data.ts";
import type { Page } from "./page.ts";
import { openSingleFile } from "./single_file.ts";

const PAGES: readonly Page[] = [];

/** Starts the script on the page that is shown, until the signal. */
export function startPage(signal: AbortSignal): void {
  for (const page of PAGES) page.start(signal);
}

openData();
if (!openSingleFile(startPage)) startPage(new AbortController().signal);
