const LEAST = 64; // bytes

/**
 * Has zlib make all of what it deflates in one go, whatever the bytes are: in parts of 16 KB, which it
 * makes by default, few bytes take twice the time, and many half as much more.
 */
export function roomFor({ length }: Uint8Array): { readonly chunkSize: number } {
  return { chunkSize: LEAST + length + (length >> 8) };
}
