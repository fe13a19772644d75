/** Encodes numbers as base64 of their little-endian float32. */
export function encodeBase64({ buffer, byteOffset, byteLength }: Float32Array): string {
  return new Uint8Array(buffer, byteOffset, byteLength).toBase64();
}

/**
 * Decodes numbers of {@linkcode encodeBase64}, bit for bit.
 *
 * @throws {SyntaxError} If the text is no base64 of whole numbers.
 */
export function decodeBase64(text: string): Float32Array<ArrayBuffer> {
  const { buffer, length } = decodeBytes(text);
  if (length % Float32Array.BYTES_PER_ELEMENT !== 0) {
    throw new SyntaxError(`Cannot decode numbers: ${length} bytes are no whole number of float32`);
  }
  return new Float32Array(buffer);
}

/**
 * Decodes the bytes of any base64.
 *
 * @throws {SyntaxError} If the text is none.
 */
export function decodeBytes(text: string): Uint8Array<ArrayBuffer> {
  const { fromBase64 } = Uint8Array as { fromBase64?: typeof Uint8Array.fromBase64 };
  try {
    return fromBase64 ? fromBase64.call(Uint8Array, text) : decodeCharacters(atob(text));
  } catch (cause) {
    throw new SyntaxError("Cannot decode bytes: they are no base64", { cause });
  }
}

// For browsers before 2025.
function decodeCharacters(characters: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(characters.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = characters.charCodeAt(i); // a MiB in milliseconds
  return bytes;
}
