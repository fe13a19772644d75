import process from "node:process";
import { deno } from "../deno.ts";

const SYMBOLS = {
  mallopt: { parameters: ["i32", "i32"], result: "i32" },
  _exit: { parameters: ["i32"], result: "void" },
} as const;

/** What is asked of the system's library of C. */
type Libc = Deno.DynamicLibrary<typeof SYMBOLS>["symbols"];

/**
 * Asks the library of C for what neither Deno nor Node has. Nothing is asked where it is not glibc, on
 * Node, which opens no library of the system, and where the permission is missing.
 */
export function askLibc(ask: (libc: Libc) => void): void {
  if (deno === null || process.platform !== "linux") return;
  // Asking for a permission would stop a program that can do without.
  if (deno.permissions.querySync({ name: "ffi" }).state !== "granted") return;
  try {
    const libc = deno.dlopen("libc.so.6", SYMBOLS);
    ask(libc.symbols);
    libc.close();
  } catch {
    // another libc
  }
}
