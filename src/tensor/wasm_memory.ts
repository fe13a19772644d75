const PAGE = 1 << 16; // bytes

/** Lets a module of WebAssembly have so many bytes at least; views of what it had are empty then. */
export function reserveBytes(memory: WebAssembly.Memory, bytes: number): void {
  const missing = bytes - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
}
