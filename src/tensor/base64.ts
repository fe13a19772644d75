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
  const characters = readCharacters(text);
  if (characters.length % Float32Array.BYTES_PER_ELEMENT !== 0) {
    throw new SyntaxError(
      `Cannot decode numbers: ${characters.length} bytes are no whole number of float32`,
    );
  }
  const bytes = new Uint8Array(characters.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = characters.charCodeAt(i); // a MiB in milliseconds
  return new Float32Array(bytes.buffer);
}

// Older browsers have no Uint8Array.fromBase64.
function readCharacters(text: string): string {
  try {
    return atob(text);
  } catch (cause) {
    throw new SyntaxError("Cannot decode numbers: they are no base64", { cause });
  }
}
