import { explainReason, findReason } from "../../reason/error.ts";
import type { PlainCode, Reason } from "../../reason/reason.ts";

/** Finds what the file system refused, without the path, which may be a private one. */
export function findFault(fault: unknown): Reason {
  const code = CODES[findCode(fault)];
  if (code !== undefined) return { code };
  const reason = findReason(fault);
  if (reason.code !== "unforeseen") return reason;
  return { ...reason, text: reason.text.replace(SYSTEM, "$1") };
}

/** Says in words what the file system refused. */
export function describeFault(fault: unknown): string {
  return explainReason(findFault(fault));
}

/** Tells whether a file system refused something since there is no such file. */
export function isMissing(fault: unknown): boolean {
  return findCode(fault) === "ENOENT";
}

const CODES: Readonly<Record<string, PlainCode>> = {
  ENOENT: "no-such-file",
  EISDIR: "is-folder",
  ENOTDIR: "path-through-file",
  EACCES: "permission-denied",
  EPERM: "permission-denied",
  ELOOP: "link-circle",
  ENOSPC: "disk-full",
  NotCapable: "permission-not-given", // of Deno, whose permissions are not the system's
  ERR_ACCESS_DENIED: "permission-not-given", // of Node
};

// What the system says, its call and a path.
const SYSTEM = /^E[A-Z0-9]+: ([^,]+), .*$/s;

function findCode(fault: unknown): string {
  if (!(fault instanceof Error)) return "";
  return "code" in fault ? String(fault.code) : fault.name;
}
