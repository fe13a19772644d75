import { setFlagsFromString } from "node:v8";

// Numbers of glibc's mallopt().
const TRIM_THRESHOLD = -1;
const MMAP_THRESHOLD = -3;

// Tensors and pictures are mostly larger; what is smaller goes round within the process.
const LARGE = 1 << 20; // bytes

// Three of them are taken before anything is freed; 16 is the default, and no faster.
const YOUNG_SPACE = 4; // MB

/**
 * Lets the process give back to the system what it frees, where allocators keep it for the next
 * that asks: large blocks at once. Threads that start later also keep fewer young values.
 */
export function returnFreedMemory(): void {
  setFlagsFromString(`--max-semi-space-size=${YOUNG_SPACE}`);
  // Asking for a permission would stop a program that can do without.
  const isAllowed = Deno.permissions.querySync({ name: "ffi" }).state === "granted";
  if (Deno.build.os === "linux" && isAllowed) setMalloc();
}

function setMalloc(): void {
  try {
    const libc = Deno.dlopen("libc.so.6", {
      mallopt: { parameters: ["i32", "i32"], result: "i32" },
    });
    libc.symbols.mallopt(TRIM_THRESHOLD, LARGE);
    libc.symbols.mallopt(MMAP_THRESHOLD, LARGE);
    libc.close();
  } catch {
    // another libc keeps what it keeps
  }
}
