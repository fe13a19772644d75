import assert from "node:assert/strict";
import {
  joinSources,
  memorySource,
  messageSource,
  sliceSource,
} from "../../../src/onnx/wire/joined_source.ts";
import { freeOwnBytes } from "../../../src/tensor/freed_bytes.ts";
import { encodeField, encodeMessage } from "../../../src/onnx/wire/wire.ts";

const runs = [[1, 2, 3], [], [4], [5, 6]].map((run) => memorySource(Uint8Array.from(run)));
const all = [1, 2, 3, 4, 5, 6];

Deno.test("joinSources() reads any part, across sources and empty ones", () => {
  const joined = joinSources(runs);
  assert.equal(joined.byteLength, all.length);
  for (let start = 0; start <= all.length; start++) {
    for (let end = start; end <= all.length; end++) {
      assert.deepEqual([...joined.read(start, end)], all.slice(start, end), `${start} to ${end}`);
    }
  }
});

Deno.test("memorySource() keeps its bytes, whatever becomes of what is read", () => {
  const bytes = Uint8Array.from(all);
  const source = memorySource(bytes);
  for (const end of [6, 5]) freeOwnBytes(source.read(0, end));
  assert.deepEqual([...bytes], all);
});

Deno.test("joinSources() reads nothing of sources that a part does not touch", () => {
  const broken = { byteLength: 2, read: () => assert.fail("it is read") };
  const joined = joinSources([runs[0]!, broken, runs[3]!]);
  assert.deepEqual([...joined.read(1, 3)], [2, 3]);
  assert.deepEqual([...joined.read(5, 7)], [5, 6]);
});

Deno.test("sliceSource() is a part of a source, with positions of its own", () => {
  const slice = sliceSource(joinSources(runs), { start: 1, end: 5 });
  assert.equal(slice.byteLength, 4);
  assert.deepEqual([...slice.read(1, 3)], [3, 4]);
});

Deno.test("messageSource() is the message that encodeMessage() encodes", () => {
  const field = encodeField({ no: 2, kind: "text", value: "é" });
  const message = messageSource(7, [memorySource(field), memorySource(field)]);
  assert.deepEqual(message.read(0, message.byteLength), encodeMessage(7, [field, field]));
});
