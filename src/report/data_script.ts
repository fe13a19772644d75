import { deflateSync } from "fflate";
import { constants, deflateRawSync } from "node:zlib";
import { escapeJson } from "./json.ts";
import { roomFor } from "../tensor/deflate_room.ts";
import { decodeWide, encodeWide } from "../tensor/wide_text.ts";

const UNSAFE = /[<\u2028\u2029]/g;

// Numbers hold no words that come again: to look for some takes thrice the time, and more room. Runs
// of one byte every zlib finds alike. Tiles have scales of their own, and short blocks codes for them.
const DEFLATE = {
  text: (bytes: Uint8Array) => deflateText(bytes, "quick"),
  numbers: (bytes: Uint8Array) => deflateRawSync(bytes, { ...NUMBERS, ...roomFor(bytes) }),
} as const;

const NUMBERS = { strategy: constants.Z_RLE, memLevel: 7 };

/**
 * Writes data as a classic script, which pages can load from a disk too: a call with a name, the
 * deflated bytes (RFC 1951) as characters of 16 bits, and how many bytes these are. It is UTF-16.
 *
 * @param name The script's path from the report's folder, without `.js`.
 */
export function writeDataScript(
  name: string,
  bytes: Uint8Array,
  of: keyof typeof DEFLATE,
): Uint8Array<ArrayBuffer> {
  const deflated = DEFLATE[of](bytes);
  const units = encodeWide(deflated);
  const head = `\ufeffconvatlas(${escapeJson(JSON.stringify(name), UNSAFE)},'`;
  const tail = `',${deflated.length});\n`;
  const script = new Uint16Array(head.length + units.length + tail.length);
  for (let i = 0; i < head.length; i++) script[i] = head.charCodeAt(i);
  script.set(units, head.length);
  for (let i = 0; i < tail.length; i++) {
    script[script.length - tail.length + i] = tail.charCodeAt(i);
  }
  return new Uint8Array(script.buffer);
}

/** Reads the deflated bytes of a data script, as an element that does not run holds them. */
export function readDataScript(script: Uint8Array): Uint8Array<ArrayBuffer> {
  const text = new TextDecoder("utf-16le").decode(script);
  const [, units, length] = /^convatlas\(".*",'([^']*)',(\d+)\);\n$/.exec(text) ?? [];
  if (units !== undefined) return decodeWide(units, Number(length));
  throw new SyntaxError("Cannot read data script: it is no call with data");
}

// Level 4 of zlib takes half the time of "quick" for a fiftieth less room.
const LEVELS = { quick: 3, small: 6 } as const;

/**
 * Deflates text (RFC 1951). Each runtime has a zlib of its own, which finds other repetitions; this
 * gives the same bytes on all.
 */
export function deflateText(text: Uint8Array, how: keyof typeof LEVELS): Uint8Array<ArrayBuffer> {
  return new Uint8Array(deflateSync(text, { level: LEVELS[how] }));
}
