import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import process from "node:process";

/** Names this process so that no other has the same name, on any machine or at any time. */
export function nameThisProcess(): string {
  return JSON.stringify([nameMachine(), process.pid, findStart(process.pid)]);
}

/** Tells whether the process of a name lives; one of another machine does, for all that is known. */
export function isAlive(name: string): boolean {
  const [machine, id, start] = JSON.parse(name);
  if (machine !== nameMachine()) return true;
  return isRunning(id) && findStart(id) === start;
}

// Containers count their processes by themselves.
function nameMachine(): string {
  try {
    return `${hostname()} ${readlinkSync("/proc/self/ns/pid")}`;
  } catch {
    return hostname();
  }
}

// A process that has ended leaves its number to another.
function findStart(id: number): string | null {
  try {
    return readFileSync(`/proc/${id}/stat`, "utf8").replace(/^.*\) /s, "").split(" ")[19] ?? null;
  } catch {
    return null; // not on Linux
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM"; // another user's
  }
}
