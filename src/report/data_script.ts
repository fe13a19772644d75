import { visibleOrder } from "../config/problem/visible.ts";
import { escapeJson, writeJson } from "./json.ts";

/**
 * Writes data as a classic script, which pages can load from a disk too. As on the pages, no text in
 * it turns the order of others round.
 *
 * @param name The script's path from the report's folder, without `.js`.
 */
export function writeDataScript(name: string, data: unknown): string {
  const json = writeJson(data, visibleOrder).trimEnd();
  return escapeJson(`convatlas(${JSON.stringify(name)}, ${json});\n`, /[<\u2028\u2029]/g);
}
