import { rmSync } from "node:fs";
import process from "node:process";
import { SHARE_ENV, Worker } from "node:worker_threads";
import { returnFreedMemory } from "./freed_memory.ts";
import { askLibc } from "./libc.ts";
import { restoreTerminal, tellError } from "./terminal.ts";
import { startThread, type ThreadOrder } from "./thread.ts";

/** What a thread that works tells the one that supervises it. */
export type Word =
  | { readonly kind: "ended"; readonly code: number }
  | { readonly kind: "draft"; readonly path: string | null }
  | { readonly kind: "cleaned" }
  /** A thread is to be started beside it. */
  | { readonly kind: "thread"; readonly order: ThreadOrder };

/** What it is told. */
export type Order =
  | { readonly kind: "start"; readonly args: readonly string[] }
  | { readonly kind: "end" };

// The shell's own codes for programs that a signal ended: Ctrl-C, and what a scheduler sends.
const ENDED_BY = { SIGINT: 130, SIGTERM: 143 } as const;

/** The exit code of a program that did nothing. */
export const FAILED = 2;

// How long the work may take to clean up when it is asked to end; a native call hears nothing.
const GRACE = 400; // ms

/**
 * Lets a module do its work in a thread of its own and gives its exit code. Ctrl-C ends it: it is
 * asked to clean up and has a moment to do so; a second one ends it at once.
 */
export function superviseWork(module: URL, args: readonly string[]): Promise<number> {
  returnFreedMemory();
  const worker = new Worker(module, { env: SHARE_ENV }); // the variables that the runtime looks at are the process's
  const tell = (order: Order): void => worker.postMessage(order);
  return new Promise((resolve) => {
    let draft: string | null = null;
    let asked: keyof typeof ENDED_BY | null = null;
    const leave = (): void => {
      restoreTerminal();
      const code = ENDED_BY[asked ?? "SIGINT"];
      // A thread may just be loading the runtime, which aborts the process where that is taken down.
      askLibc(({ _exit }) => _exit(code));
      resolve(code);
    };
    worker.on("message", (word: Word) => {
      if (word.kind === "draft") draft = word.path;
      else if (word.kind === "thread") startThread(word.order);
      else if (word.kind === "ended") resolve(word.code);
      else leave();
    });
    worker.on("error", (error) => {
      tellError(error);
      resolve(FAILED);
    });
    const end = (): void => {
      worker.terminate();
      if (draft !== null) removeQuietly(draft);
      leave();
    };
    listenToSignals((signal) => {
      if (asked !== null) return end();
      asked = signal;
      tell({ kind: "end" });
      setTimeout(end, GRACE);
    });
    tell({ kind: "start", args });
  });
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { recursive: true });
  } catch {
    // what is left the next run clears away
  }
}

function listenToSignals(hear: (signal: keyof typeof ENDED_BY) => void): void {
  process.on("SIGINT", () => hear("SIGINT"));
  if (process.platform !== "win32") process.on("SIGTERM", () => hear("SIGTERM"));
}
