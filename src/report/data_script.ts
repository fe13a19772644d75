import { visibleOrder } from "../config/problem/visible.ts";
import { escapeJson, writeJson } from "./json.ts";

const UNSAFE = /[<\u2028\u2029]/g;

/**
 * Writes data as a classic script, which pages can load from a disk too. As on the pages, no text in
 * it turns the order of others round. The JSON is handed over as a text, which browsers read in less
 * time than an object in a script.
 *
 * @param name The script's path from the report's folder, without `.js`.
 */
export function writeDataScript(name: string, data: unknown): string {
  const json = escapeJson(writeJson(data, visibleOrder).trimEnd(), UNSAFE);
  const text = json.replace(/[\\']/g, "\\$&");
  return `convatlas(${escapeJson(JSON.stringify(name), UNSAFE)}, '${text}');\n`;
}
