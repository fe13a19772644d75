import { parentPort } from "node:worker_threads";
import { FAILED, type Order, type Word } from "./supervisor.ts";
import { tellError } from "./terminal.ts";
import { startThreadsBy } from "./thread.ts";

let supervised = false;
let cleaning: (() => Promise<void>) | null = null;

/** Works when the supervisor says so, and tells it the exit code. */
export function workForSupervisor(work: (args: readonly string[]) => Promise<number>): void {
  parentPort?.on("message", async (order: Order) => {
    if (order.kind === "start") {
      supervised = true;
      startThreadsBy((order) => tell({ kind: "thread", order }, [order.port, order.watch]));
      tell({ kind: "ended", code: await work(order.args).catch(fail) });
    } else {
      await cleaning?.();
      tell({ kind: "cleaned" });
    }
  });
}

/**
 * Tells the supervisor the folder that is to be removed where this thread cannot do it any more; null
 * from when it holds more than what was written.
 */
export function announceDraft(path: string | null): void {
  if (supervised) tell({ kind: "draft", path });
}

function tell(word: Word, ports: readonly MessagePort[] = []): void {
  parentPort?.postMessage(word, ports as never); // of a browser's type
}

function fail(error: unknown): number {
  tellError(error);
  return FAILED;
}

/** Runs `clean` when the user presses Ctrl-C or the system asks to end; then the program ends. */
export function cleanOnInterrupt(clean: () => Promise<void>): void {
  cleaning = clean;
}
