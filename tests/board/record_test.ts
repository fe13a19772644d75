import assert from "node:assert/strict";
import { measureCrc32c } from "../../src/board/crc32c.ts";
import { encodeRecord, maskCrc } from "../../src/board/record.ts";
import { splitRecords } from "../support/board/event_file.ts";

Deno.test("measureCrc32c() gives the examples of RFC 3720, B.4", () => {
  const of = (bytes: number[]): string => measureCrc32c(Uint8Array.from(bytes)).toString(16);
  const rising = Array.from({ length: 32 }, (_, i) => i);
  assert.equal(of(Array(32).fill(0)), "8a9136aa");
  assert.equal(of(Array(32).fill(0xff)), "62a8ab43");
  assert.equal(of(rising), "46dd794e");
  assert.equal(of(rising.toReversed()), "113fdb5c");
  assert.equal(measureCrc32c(new TextEncoder().encode("123456789")), 0xe3069283);
});

Deno.test("maskCrc() turns by 15 bits and adds a constant, modulo 2³²", () => {
  assert.equal(maskCrc(0), 0xa282ead8);
  assert.equal(maskCrc(1), 0xa284ead8); // 1 >>> 15 | 1 << 17
  assert.equal(maskCrc(0xffffffff), 0xa282ead7);
});

Deno.test("encodeRecord() frames data with their length and two masked CRCs", () => {
  const record = encodeRecord(new TextEncoder().encode("123456789"));
  const view = new DataView(record.buffer);
  assert.equal(record.length, 8 + 4 + 9 + 4);
  assert.equal(view.getBigUint64(0, true), 9n);
  assert.equal(view.getUint32(8, true), maskCrc(measureCrc32c(record.subarray(0, 8))));
  assert.equal(view.getUint32(21, true), maskCrc(0xe3069283));
});

Deno.test("encodeRecord() gives what a reader of records takes, and a flipped bit is found", () => {
  const parts = [new Uint8Array(), Uint8Array.of(1, 2, 3)];
  const file = Uint8Array.from(parts.flatMap((part) => [...encodeRecord(part)]));
  assert.deepEqual(splitRecords(file).map((data) => [...data]), [[], [1, 2, 3]]);
  for (const i of file.keys()) {
    const spoilt = file.with(i, file[i]! ^ 1);
    assert.throws(() => splitRecords(spoilt));
  }
});
