import assert from "node:assert/strict";
import { createLayerTally } from "../../src/tally/layer_tally.ts";
import { ALL_PHOTOS, type Tally } from "../../src/tally/tally.ts";
import { readTally, writeTally } from "../../src/tally/tally_file.ts";

const TALLY: Tally = {
  origin: {
    generator: "convatlas 1",
    runtime: "none",
    dataset: { photos: 2, bytes: 9, sha256: "00", labels: ["cat"] },
  },
  shards: ALL_PHOTOS,
  models: [{
    ...{ name: "net", sha256: "11", preprocess: {} },
    layers: [{ id: "conv1", tally: { ...createLayerTally(2), photos: 1, cells: 4 } }],
  }],
  photos: new Map([[0, { path: "a.png", label: 0 }]]),
  broken: [{ place: 1, path: "b.png", model: "net", message: "no picture" }],
};

const BYTES = new TextEncoder().encode(writeTally(TALLY));

function edit(from: string, to: string): Uint8Array {
  return new TextEncoder().encode(writeTally(TALLY).replace(from, to));
}

Deno.test("readTally() gives what writeTally() was given", () => {
  assert.deepEqual(readTally(BYTES, "a.tally"), TALLY);
});

Deno.test("readTally() tells a tally that is cut off at any byte from a whole one", () => {
  for (let length = 0; length < BYTES.length; length++) {
    const cut = BYTES.subarray(0, length);
    assert.throws(() => readTally(cut, "a.tally"), { name: "SyntaxError", message: /not whole/ });
  }
});

Deno.test("readTally() refuses a tally that was changed, or is of another version or format", () => {
  const read = (from: string, to: string) => () => readTally(edit(from, to), "a.tally");
  assert.throws(read("no picture", "no pictures"), { name: "SyntaxError", message: /changed/ });
  assert.throws(read('"version":2', '"version":99'), { name: "TypeError", message: /99/ });
  assert.throws(read("convatlas-tally", "other-tally"), { name: "TypeError" });
});
