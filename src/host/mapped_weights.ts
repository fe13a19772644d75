import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import type { ExternalFile } from "../onnx/write/cut.ts";
import { freeOwnBytes } from "../tensor/freed_bytes.ts";

/** Weights in files of a folder of their own, from where the runtime maps them. */
export interface MappedWeights {
  readonly folder: string;
  /** Removes the files, which stay for whoever has mapped them. */
  remove(): void;
}

// Fewer are copied in less time.
const MANY = 1 << 23; // bytes

/**
 * Writes weights into files and gives their memory back; null where they are few, or the disk does not
 * take them, or files that are mapped cannot be removed: they are left in memory then.
 */
export function mapWeights(
  weights: readonly ExternalFile[],
  parent: string,
): MappedWeights | null {
  const bytes = weights.reduce((sum, { data }) => sum + data.byteLength, 0);
  if (bytes < MANY || process.platform === "win32") return null;
  let folder: string | null = null;
  try {
    folder = mkdtempSync(join(parent, "weights-"));
    for (const { path, data } of weights) writeFileSync(join(folder, path), data);
  } catch {
    removeQuietly(folder);
    return null;
  }
  for (const { data } of weights) freeOwnBytes(data);
  return { folder, remove: () => removeQuietly(folder) };
}

// What is left goes with the folder that it is in.
function removeQuietly(folder: string | null): void {
  try {
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
  } catch {
    // some file systems keep what is mapped
  }
}
