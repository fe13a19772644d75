import { statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { createError } from "../../reason/error.ts";
import { deno } from "../deno.ts";

/**
 * Measures how many bytes are left where a report will be written, or above it where nothing is yet;
 * null where the system does not say, or Deno may not ask: it needs `--allow-sys=statfs`.
 */
export async function measureRoom(place: string): Promise<number | null> {
  const permission = await deno?.permissions.query({ name: "sys", kind: "statfs" });
  if (permission && permission.state !== "granted") return null; // and asks nobody for it
  for (let path = place;; path = dirname(path)) {
    try {
      const { bavail, bsize } = await statfs(path);
      return bavail * bsize;
    } catch {
      if (dirname(path) === path) return null;
    }
  }
}

/**
 * Makes sure that a disk has room for a report; messages call its place `out`.
 *
 * @throws {RangeError} If it has not.
 */
export async function requireRoom(place: string, out: string, bytes: number): Promise<void> {
  const free = await measureRoom(place);
  if (free === null || bytes <= free) return;
  throw createError(RangeError, { code: "disk-too-small", out, bytes: Math.round(bytes), free });
}
