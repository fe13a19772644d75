import { writeJson } from "./json.ts";

/**
 * Writes data as a classic script, which pages can load from a disk too.
 *
 * @param name The script's path from the report's folder, without `.js`.
 */
export function writeDataScript(name: string, data: unknown): string {
  return `convatlas(${JSON.stringify(name)}, ${writeJson(data).trimEnd()});\n`
    .replace(/[<\u2028\u2029]/g, escapeCharacter);
}

// In JSON these stand in strings only, where an escape is the same character.
function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
