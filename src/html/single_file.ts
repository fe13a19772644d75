import { renderTemplate } from "./compiled_engine.ts";
import { viewSingleFile } from "./single_file_view.ts";

/**
 * Packs the files of a report, by path, into one HTML text. Every page, picture,
 * stylesheet and data file stands in it as base64, in the order of the paths;
 * the script of the pages shows them.
 */
export function packSingleFile(files: ReadonlyMap<string, Uint8Array | string>): string {
  return renderTemplate("single_file", viewSingleFile(files));
}
