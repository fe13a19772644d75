/**
 * Gives the memory of numbers back at once, as the collector of garbage lets much of it come together:
 * they are empty from then on, and so are all others in the same buffer. What threads share stays.
 */
export function freeBytes({ buffer }: ArrayBufferView): void {
  if (buffer instanceof ArrayBuffer && !buffer.detached) buffer.transfer(0);
}
