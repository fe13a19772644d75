// A script in UTF-16 holds 15 bits in two bytes, base64 6 in one. Which it is, the mark at its begin
// tells, whatever a server says (HTML, "decode": a byte order mark takes precedence).

const BITS = 15;

// From here on 2¹⁵ characters are no quotes, no line ends, no halves of others.
const FIRST = 0x3000;

/** Encodes bytes as UTF-16 characters that stand in quotes as they are, 15 bits each. */
export function encodeWide(bytes: Uint8Array): Uint16Array<ArrayBuffer> {
  const units = new Uint16Array(Math.ceil(8 * bytes.length / BITS));
  let [held, bits, end] = [0, 0, 0];
  for (let i = 0; i < bytes.length; i++) {
    held = (held << 8 | bytes[i]!) & 0x7fffff;
    bits += 8;
    if (bits < BITS) continue;
    bits -= BITS;
    units[end++] = FIRST + (held >>> bits & 0x7fff);
  }
  if (bits > 0) units[end] = FIRST + (held << BITS - bits & 0x7fff);
  return units;
}

/**
 * Decodes so many bytes of {@linkcode encodeWide}.
 *
 * @throws {SyntaxError} If the text has another length, or characters of others.
 */
export function decodeWide(text: string, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let [held, bits, end, odd] = [0, 0, 0, 0];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i) - FIRST;
    odd |= unit;
    held = (held << BITS | unit & 0x7fff) & 0x3fffff;
    for (bits += BITS; bits >= 8 && end < length;) bytes[end++] = held >>> (bits -= 8);
  }
  if (odd >>> BITS === 0 && text.length === Math.ceil(8 * length / BITS)) return bytes;
  throw new SyntaxError(
    `Cannot decode ${length} bytes: ${text.length} characters do not hold them`,
  );
}
