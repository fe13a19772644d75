import process from "node:process";
import { deno, type DenoRuntime } from "../deno.ts";

// Of the system's own headers.
const AT_FDCWD = { linux: -100, darwin: -2 } as const;
const RENAME_EXCHANGE = 2; // RENAME_SWAP on macOS

/** Lets two paths change places in one step; false where the system or the disk cannot. */
export type Exchange = (a: string, b: string) => boolean;

let found: Exchange | null = null;

/**
 * Exchanges two paths, so that at no moment one of them is missing; false where the system, the
 * disk or the runtime cannot, and nothing has changed then: Node opens no library of the system.
 *
 * Source: renameat2(2) of Linux, renameatx_np(2) of macOS.
 */
export function exchange(a: string, b: string): boolean {
  found ??= findExchange();
  return found(a, b);
}

function findExchange(): Exchange {
  if (deno === null) return () => false;
  switch (process.platform) {
    case "linux":
      return openExchange(deno, "libc.so.6", "renameat2", AT_FDCWD.linux);
    case "darwin":
      return openExchange(deno, "libSystem.dylib", "renameatx_np", AT_FDCWD.darwin);
    default:
      return () => false;
  }
}

function openExchange(
  { dlopen }: DenoRuntime,
  library: string,
  name: string,
  here: number,
): Exchange {
  try {
    const { symbols } = dlopen(library, {
      [name]: { parameters: ["i32", "buffer", "i32", "buffer", "u32"], result: "i32" },
    });
    const rename = symbols[name]!;
    return (a, b) => rename(here, encodePath(a), here, encodePath(b), RENAME_EXCHANGE) === 0;
  } catch {
    return () => false; // another C library, or no permission to open it
  }
}

function encodePath(path: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${path}\0`);
}
