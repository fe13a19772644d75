import { explainReason, findReason } from "../../reason/error.ts";
import type { Reason } from "../../reason/reason.ts";

/** Finds what the file system refused, without the path, which may be a private one. */
export function findFault(fault: unknown): Reason {
  const known = KNOWN.find(([kind]) => fault instanceof kind);
  if (known !== undefined) return { code: known[1] };
  if (isFull(fault)) return { code: "disk-full" };
  const reason = findReason(fault);
  if (reason.code !== "unforeseen") return reason;
  return { ...reason, text: reason.text.replace(/ \(os error \d+\).*$/s, "") }; // a path follows
}

/** Says in words what the file system refused. */
export function describeFault(fault: unknown): string {
  return explainReason(findFault(fault));
}

const KNOWN = [
  [Deno.errors.NotFound, "no-such-file"],
  [Deno.errors.IsADirectory, "is-folder"],
  [Deno.errors.NotADirectory, "path-through-file"],
  [Deno.errors.PermissionDenied, "permission-denied"],
  [Deno.errors.NotCapable, "permission-not-given"],
  [Deno.errors.FilesystemLoop, "link-circle"],
] as const;

function isFull(fault: unknown): boolean {
  return fault instanceof Error && "code" in fault && fault.code === "ENOSPC";
}
