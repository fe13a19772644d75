// A file in UTF-16 holds almost 16 bits in two bytes, base64 6 in one. Which it is, the mark at its
// begin tells, whatever a server says (HTML, "decode": a byte order mark takes precedence).

// From here on no character is a quote or ends a line; halves of characters are left out.
const FIRST = 0x60;
const HALVES = { first: 0xd800, count: 0x800 } as const;
const CHARACTERS = 0x10000 - FIRST - HALVES.count;

// There are fewer of them than values of 16 bits: the largest values go without their last bit.
const WHOLE = 2 * (CHARACTERS - (1 << 15));

/** Encodes bytes as UTF-16 characters that stand in quotes as they are, 16 bits or 15 each. */
export function encodeWide(bytes: Uint8Array): Uint16Array<ArrayBuffer> {
  const units = new Uint16Array(Math.ceil(8 * bytes.length / 15));
  let end = 0;
  for (let bit = 0; bit < 8 * bytes.length;) {
    const i = bit >>> 3;
    const held = bytes[i]! << 16 | bytes[i + 1]! << 8 | bytes[i + 2]!; // none is 0
    const value = held >>> 8 - (bit & 7) & 0xffff;
    const isWhole = value < WHOLE;
    const unit = FIRST + (isWhole ? value : WHOLE / 2 + (value >>> 1));
    units[end++] = unit < HALVES.first ? unit : unit + HALVES.count;
    bit += isWhole ? 16 : 15;
  }
  return units.slice(0, end);
}

/** Encodes bytes as the text of such characters. */
export function encodeWideText(bytes: Uint8Array): string {
  return new TextDecoder("utf-16le", { ignoreBOM: true }).decode(encodeWide(bytes));
}

/**
 * Decodes so many bytes of {@linkcode encodeWide}.
 *
 * @throws {SyntaxError} If the text has another length, or characters of others.
 */
export function decodeWide(text: string, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let [held, bits, end, isOdd] = [0, 0, 0, false];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const value = unit - FIRST - (unit < HALVES.first ? 0 : HALVES.count);
    isOdd ||= value < 0 || (unit & 0xf800) === HALVES.first || end === length;
    held = value < WHOLE ? held << 16 | value : held << 15 | value - WHOLE / 2;
    for (bits += value < WHOLE ? 16 : 15; bits >= 8 && end < length;) {
      bytes[end++] = held >>> (bits -= 8);
    }
  }
  if (!isOdd && end === length) return bytes;
  throw new SyntaxError(
    `Cannot decode ${length} bytes: ${text.length} characters do not hold them`,
  );
}
