import process from "node:process";
import { deno, type DenoRuntime } from "../deno.ts";

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
 * that asks: large blocks at once. Node opens no library of the system, and keeps them.
 */
export function returnFreedMemory(): void {
  setLarge(LARGE);
}

/** Lets the process keep more of what it frees, as what does the same again and again asks for it again. */
export function keepFreedMemory(): void {
  setLarge(LARGE_IN_TURNS);
}

function setLarge(bytes: number): void {
  if (deno === null || process.platform !== "linux") return;
  // Asking for a permission would stop a program that can do without.
  if (deno.permissions.querySync({ name: "ffi" }).state === "granted") setMalloc(deno, bytes);
}

function setMalloc({ dlopen }: DenoRuntime, large: number): void {
  try {
    const libc = dlopen("libc.so.6", {
      mallopt: { parameters: ["i32", "i32"], result: "i32" },
    });
    libc.symbols.mallopt(TRIM_THRESHOLD, large);
    libc.symbols.mallopt(MMAP_THRESHOLD, large);
    libc.close();
  } catch {
    // another libc keeps what it keeps
  }
}
