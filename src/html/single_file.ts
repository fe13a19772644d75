import { Buffer } from "node:buffer";
import { renderTemplate } from "./compiled_engine.ts";
import { encodeWideText } from "../tensor/wide_text.ts";
import { viewSingleFile } from "./single_file_view.ts";

/**
 * Packs the files of a report, by path, into the bytes of one HTML file. Every page,
 * picture, stylesheet and data file stands in it, in the order of the paths; the
 * script of the pages shows them. It is UTF-16, see {@linkcode encodeWide}: a quarter
 * less than with base64 in UTF-8.
 */
export function packSingleFile(files: ReadonlyMap<string, Uint8Array | string>): Uint8Array {
  const { view, islands } = viewSingleFile(files);
  const contents = islands.values();
  const page = renderTemplate("single_file", view);
  const text = page.replace(EMPTY, (tag) => `${tag}${encodeWideText(contents.next().value!)}`);
  return Buffer.from(`\ufeff${text}`, "utf16le");
}

// Templates write no characters that turn the order of others round, and among wide ones there are some.
const EMPTY = /data-length="\d+"[^>]*>(?=<\/script>)/g;
