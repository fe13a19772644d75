import { FAILED, type Order, type Word } from "./supervisor.ts";
import { tellError } from "./terminal.ts";

/** A thread that works for a supervisor. */
interface WorkScope {
  addEventListener(kind: "message", listener: (event: MessageEvent<Order>) => void): void;
  postMessage(word: Word): void;
}

const scope = globalThis as unknown as WorkScope;

let supervised = false;
let cleaning: (() => Promise<void>) | null = null;

/** Works when the supervisor says so, and tells it the exit code. */
export function workForSupervisor(work: (args: readonly string[]) => Promise<number>): void {
  scope.addEventListener("message", async ({ data }) => {
    if (data.kind === "start") {
      supervised = true;
      const code = await work(data.args).catch(fail);
      scope.postMessage({ kind: "ended", code });
    } else {
      await cleaning?.();
      scope.postMessage({ kind: "cleaned" });
    }
  });
}

/**
 * Tells the supervisor the folder that is to be removed where this thread cannot do it any more; null
 * from when it holds more than what was written.
 */
export function announceDraft(path: string | null): void {
  if (supervised) scope.postMessage({ kind: "draft", path });
}

function fail(error: unknown): number {
  tellError(error);
  return FAILED;
}

/** Runs `clean` when the user presses Ctrl-C or the system asks to end; then the program ends. */
export function cleanOnInterrupt(clean: () => Promise<void>): void {
  cleaning = clean;
}
