import assert from "node:assert/strict";
import { writeError, writeOutput } from "../../../src/host/process/terminal.ts";

/** Collects what a function writes to a stream that takes a few bytes at a time. */
function collect(stream: { writeSync(bytes: Uint8Array): number }, write: () => void): string {
  const taken: number[] = [];
  const { writeSync } = stream;
  stream.writeSync = (bytes) => {
    const part = bytes.subarray(0, 3);
    taken.push(...part);
    return part.length;
  };
  try {
    write();
  } finally {
    stream.writeSync = writeSync;
  }
  return new TextDecoder().decode(Uint8Array.from(taken));
}

Deno.test("writeError() writes the whole line where a stream takes part of it at a time", () => {
  const told = collect(Deno.stderr, () => writeError("left out: größe.jpg"));
  assert.equal(told, "left out: größe.jpg\n");
});

Deno.test("writeOutput() writes the whole text where a stream takes part of it at a time", () => {
  assert.equal(
    collect(Deno.stdout, () => writeOutput('[{ "name": "größe" }]')),
    '[{ "name": "größe" }]',
  );
});
