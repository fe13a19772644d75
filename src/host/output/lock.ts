import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { deno, type DenoRuntime } from "../deno.ts";
import { isAlive, nameThisProcess } from "../process/process_name.ts";

/** A file that is locked until it is released, or its process ends. */
export interface Lock {
  release(): void;
}

/**
 * Makes a file and locks it. Deno asks the system for the lock, and the file stays empty; Node cannot,
 * and writes into it which process holds it.
 */
export function makeLock(path: string): Lock {
  if (deno === null) return nameHolder(path);
  const file = deno.openSync(path, { create: true, write: true });
  file.lockSync(true);
  return { release: () => file.close() };
}

/**
 * Takes a lock that its process may have left: `held` where it lives, or a run of the other runtime
 * made it, of which this one cannot tell; `none` where there is none.
 */
export function takeLock(path: string): Lock | "held" | "none" {
  try {
    const holder = readFileSync(path, "utf8");
    if (deno === null) return holder === "" || isAlive(holder) ? "held" : nameHolder(path);
    return holder === "" ? takeSystemLock(deno, path) : "held";
  } catch {
    return "none"; // its run ended before it had one, or it is no draft
  }
}

function takeSystemLock({ openSync }: DenoRuntime, path: string): Lock | "held" {
  const file = openSync(path, { read: true, write: true });
  if (file.tryLockSync(true)) return { release: () => file.close() };
  file.close();
  return "held";
}

/** Names the file that a lock is before it is one, which a run may leave that is killed meanwhile. */
export function nameUnfinished(path: string): string {
  return `${path}.new`;
}

// In one step: an empty file is one of Deno's.
function nameHolder(path: string): Lock {
  writeFileSync(nameUnfinished(path), nameThisProcess());
  renameSync(nameUnfinished(path), path);
  return { release: () => {} }; // it goes with its folder, or with the process
}
