// The shell's own code for a program that Ctrl-C ended.
const INTERRUPTED = 130;

/** Runs `clean` and exits when the user presses Ctrl-C or the system asks to end. */
export function cleanOnInterrupt(clean: () => Promise<void>): void {
  const end = () => void clean().finally(() => Deno.exit(INTERRUPTED));
  Deno.addSignalListener("SIGINT", end);
  if (Deno.build.os !== "windows") Deno.addSignalListener("SIGTERM", end);
}
