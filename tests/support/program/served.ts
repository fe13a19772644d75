import assert from "node:assert/strict";

/** A program that serves, and what it tells, until it is disposed. */
export interface Served extends AsyncDisposable {
  /** Waits until it has told so, behind what was waited for before. */
  told(words: RegExp): Promise<RegExpExecArray>;
}

/** Follows what a program that serves tells on stderr. */
export function followServer(program: Deno.ChildProcess): Served {
  const chunks = program.stderr.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  return {
    told: async (words) => {
      for (;;) {
        const found = words.exec(text);
        if (found !== null) {
          text = text.slice(found.index + found[0].length);
          return found;
        }
        const { value, done } = await chunks.read();
        assert(!done, `it ended, and told no ${words}: ${text}`);
        text += value;
      }
    },
    [Symbol.asyncDispose]: async () => {
      program.kill("SIGTERM");
      await chunks.cancel();
      await program.stdout.cancel();
      await program.status;
    },
  };
}
