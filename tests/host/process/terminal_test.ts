import assert from "node:assert/strict";
import fs from "node:fs";
import { writeError, writeOutput } from "../../../src/host/process/terminal.ts";

/** Collects what a function writes to a stream, 1 or 2, that takes a few bytes at a time. */
function collect(stream: number, write: () => void): string {
  const taken: number[] = [];
  const { writeSync } = fs;
  fs.writeSync = ((to: number, bytes: Uint8Array, from: number) => {
    assert.equal(to, stream);
    const part = bytes.subarray(from, from + 3);
    taken.push(...part);
    return part.length;
  }) as typeof writeSync;
  try {
    write();
  } finally {
    fs.writeSync = writeSync;
  }
  return new TextDecoder().decode(Uint8Array.from(taken));
}

Deno.test("writeError() writes the whole line where a stream takes part of it at a time", () => {
  const told = collect(2, () => writeError("left out: größe.jpg"));
  assert.equal(told, "left out: größe.jpg\n");
});

Deno.test("writeOutput() writes the whole text where a stream takes part of it at a time", () => {
  assert.equal(
    collect(1, () => writeOutput('[{ "name": "größe" }]')),
    '[{ "name": "größe" }]',
  );
});
