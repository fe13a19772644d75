import type { Tensor } from "./tensor.ts";

/**
 * Gives the memory of numbers back at once, as the collector of garbage lets much of it come together:
 * they are empty from then on, and so are all others in the same buffer. What threads share stays.
 */
export function freeBytes({ buffer }: ArrayBufferView): void {
  if (buffer instanceof ArrayBuffer && !buffer.detached) buffer.transfer(0);
}

/**
 * Does so where they have the buffer to themselves: what is a window of a larger one may be read
 * there by others.
 */
export function freeOwnBytes(view: ArrayBufferView): void {
  if (view.byteLength === view.buffer.byteLength) freeBytes(view);
}

/** Gives the memory of all tensors back that are there, as {@linkcode freeBytes} does. */
export function freeTensors(tensors: Iterable<Tensor | null>): void {
  for (const tensor of tensors) if (tensor !== null) freeBytes(tensor.data);
}
