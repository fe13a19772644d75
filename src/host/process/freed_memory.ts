import { askLibc } from "./libc.ts";

// Numbers of glibc's mallopt().
const TRIM_THRESHOLD = -1;
const MMAP_THRESHOLD = -3;

// What is smaller goes round within the process. Of tensors and pictures, many have less than a
// megabyte: where these were kept, as much as all that was in use lay free between them.
const LARGE = 1 << 18; // bytes

// The maps of a photo come and go with every run: to clear new memory for them takes longer than to
// write it.
const LARGE_IN_TURNS = 1 << 23;

/**
 * Lets the process give back to the system what it frees, where allocators keep it for the next
 * that asks: large blocks at once. Where libc is not asked, it keeps them.
 */
export function returnFreedMemory(): void {
  setLarge(LARGE);
}

/** Lets the process keep more of what it frees, as what does the same again and again asks for it again. */
export function keepFreedMemory(): void {
  setLarge(LARGE_IN_TURNS);
}

function setLarge(bytes: number): void {
  askLibc(({ mallopt }) => {
    mallopt(TRIM_THRESHOLD, bytes);
    mallopt(MMAP_THRESHOLD, bytes);
  });
}
