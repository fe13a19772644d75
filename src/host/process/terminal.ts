import fs from "node:fs";
import process from "node:process";
import { isatty, WriteStream } from "node:tty";
import { ConfigError } from "../../config/problem/config_error.ts";
import { visible } from "../../config/problem/visible.ts";
import type { Progress } from "../../effects.ts";
import { tellTime } from "../../forecast/forecast_text.ts";
import { beginEstimate, type EstimateLeft } from "./time_left.ts";

/** Where progress is told. */
export interface Terminal {
  tell(progress: Progress): void;
  /** Ends the bar, so that other lines can follow. */
  finish(): void;
}

// As every system counts them.
const STDOUT = 1;
const STDERR = 2;

const encoder = new TextEncoder();

/** Tells progress on stderr: a bar with an estimate on a terminal, a line a step elsewhere. */
export async function openTerminal({ quiet }: { quiet: boolean }): Promise<Terminal> {
  if (quiet) return { tell: () => {}, finish: () => {} };
  return isatty(STDERR) ? await openBar() : openLines();
}

/** Writes a line to stderr, where it takes one; a terminal shows what is in it and obeys none. */
export function writeError(line: string): void {
  try {
    writeAll(STDERR, `${visible(line)}\n`);
  } catch {
    // a full disk or a closed terminal: the report is worth more than what is told of it
  }
}

/** Gives a terminal its cursor and its wrapping back where a bar was cut off, and a line of its own. */
export function restoreTerminal(): void {
  if (!isatty(STDERR)) return;
  try {
    writeAll(STDERR, "\x1b[?25h\x1b[?7h\n");
  } catch {
    // it is closed
  }
}

/** Writes an error to stderr, a problem a line. */
export function tellError(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  const lines = error instanceof ConfigError || error instanceof AggregateError
    ? message.split("\n")
    : [message];
  lines.forEach((line, i) => writeError(i === 0 ? `error: ${line}` : line));
}

/** Writes text to stdout. */
export function writeOutput(text: string): void {
  writeAll(STDOUT, text);
}

function writeAll(stream: number, text: string): void {
  const bytes = encoder.encode(text);
  try {
    for (let written = 0; written < bytes.length;) written += write(stream, bytes, written);
  } catch (error) {
    if (!hasCode(error, "EPIPE")) throw error; // nobody reads on
  }
}

// How long a full pipe is waited for, where the program that reads it set it not to wait itself.
const FULL = 5; // ms

function write(stream: number, bytes: Uint8Array, from: number): number {
  try {
    return fs.writeSync(stream, bytes, from);
  } catch (error) {
    if (!hasCode(error, "EAGAIN")) throw error;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, FULL);
    return 0;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}

// In a log a line stays: there are some twenty, however long the work is.
const STEP = 5; // percent

function openLines(): Terminal {
  let estimate: EstimateLeft | null = null;
  let next = 0;
  return {
    tell: ({ doing, seconds }) => {
      estimate ??= beginEstimate();
      const percent = Math.floor(100 * seconds.done / Math.max(seconds.total, Number.MIN_VALUE));
      if (percent < next) return;
      next = percent + STEP;
      writeError(`[${percent}%, ${tellTime(estimate(seconds))} left] ${doing}`);
    },
    finish: () => {},
  };
}

async function openBar(): Promise<Terminal> {
  const { default: cliProgress } = await import("cli-progress"); // most commands tell no progress
  const bar = new cliProgress.SingleBar({
    stream: new WriteStream(STDERR), // that of a thread is none of a terminal
    format: `${paint("{bar}")} {percentage}%  {left} left  {doing}`,
    barCompleteChar: "\u2588",
    barIncompleteChar: "\u2591",
    barsize: 24,
    hideCursor: true,
    clearOnComplete: true,
    linewrap: false,
  });
  let estimate: EstimateLeft | null = null;
  return {
    tell: ({ doing, seconds }) => {
      const { done, total } = seconds;
      const isFirst = estimate === null;
      estimate ??= beginEstimate();
      const shown = { doing: visible(doing), left: tellTime(estimate(seconds)) };
      if (isFirst) bar.start(total, done, shown);
      bar.setTotal(total); // steps may turn out to be none
      bar.update(done, shown);
    },
    finish: () => bar.stop(),
  };
}

function paint(text: string): string {
  return process.env.NO_COLOR ? text : `\x1b[36m${text}\x1b[39m`; // cyan
}
