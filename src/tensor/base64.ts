/**
 * Decodes the bytes of any base64.
 *
 * @throws {SyntaxError} If the text is none.
 */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
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
