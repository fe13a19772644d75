/** Says in words what the file system refused, without the path, which may be a private one. */
export function describeFault(fault: unknown): string {
  if (fault instanceof Deno.errors.NotFound) return "there is no such file";
  if (fault instanceof Deno.errors.IsADirectory) return "it is a folder";
  if (fault instanceof Deno.errors.NotADirectory) return "a part of its path is no folder";
  if (fault instanceof Deno.errors.PermissionDenied) return "permission denied";
  if (fault instanceof Deno.errors.NotCapable) return "Deno was not given the permission";
  if (isFull(fault)) return "no space is left on the disk";
  if (fault instanceof Deno.errors.FilesystemLoop) return "its links lead in a circle";
  const words = fault instanceof Error ? fault.message : String(fault);
  return words.replace(/ \(os error \d+\).*$/s, ""); // a path follows
}

function isFull(fault: unknown): boolean {
  return fault instanceof Error && "code" in fault && fault.code === "ENOSPC";
}
