import { WireType } from "@bufbuild/protobuf/wire";
import assert from "node:assert/strict";
import { memorySource } from "../../../src/onnx/wire/joined_source.ts";
import {
  concatBytes,
  encodeField,
  encodeMessage,
  type Field,
  readFixed,
  readFloat,
  readInt,
  readInts,
  readString,
  walkFields,
  wholeSpan,
} from "../../../src/onnx/wire/wire.ts";

const bytes = Uint8Array.of(
  ...[0x08, 0x96, 0x01], // field 1, varint: 150
  ...[0x12, 0x03, 0x66, 0x6f, 0x78], // field 2, three bytes: "fox"
  ...[0x1d, 0x00, 0x00, 0x80, 0xbf], // field 3, four bytes: -1 as float32
  ...[0x21, 1, 2, 3, 4, 5, 6, 7, 8], // field 4, eight bytes
  ...[0x2a, 0x04, 0x01, 0xff, 0x01, 0x00], // field 5, packed: 1, 255, 0
  ...[0xa2, 0x01, 0x00], // field 20, no bytes
  ...[0x08, ...Array(9).fill(0xff), 0x01], // field 1, varint: -1 in ten bytes
);
const source = memorySource(bytes);
const fields = [...walkFields(source, wholeSpan(source))];

Deno.test("walkFields() finds fields by their tags, without reading what they hold", () => {
  const told = fields.map(({ no, type, tagStart, start, end }) => [no, type, tagStart, start, end]);
  assert.deepEqual(told, [
    [1, WireType.Varint, 0, 1, 3],
    [2, WireType.LengthDelimited, 3, 5, 8],
    [3, WireType.Bit32, 8, 9, 13],
    [4, WireType.Bit64, 13, 14, 22],
    [5, WireType.LengthDelimited, 22, 24, 28],
    [20, WireType.LengthDelimited, 28, 31, 31],
    [1, WireType.Varint, 31, 32, 42],
  ]);
});

Deno.test("readInt(), readString(), readFloat(), readInts() and readFixed() read what a field holds", () => {
  assert.equal(readInt(source, fields[0]!), 150);
  assert.equal(readString(source, fields[1]!), "fox");
  assert.equal(readFloat(source, fields[2]!), -1);
  assert.deepEqual([...readFixed(source, fields[3]!, 8)], [1, 2, 3, 4, 5, 6, 7, 8]);
  assert.deepEqual(readInts(source, fields[4]!), [1, 255, 0]);
  assert.deepEqual(readInts(source, fields[0]!), [150]); // one by itself
  assert.equal(readString(source, fields[5]!), "");
  assert.equal(readInt(source, fields[6]!), -1);
});

Deno.test("readInts() takes as many numbers as it is told", () => {
  assert.deepEqual(readInts(source, fields[4]!, 3), [1, 255, 0]);
  assert.throws(
    () => readInts(source, fields[4]!, 2),
    /^SyntaxError: Cannot read whole numbers at byte 24: they are more than 2$/,
  );
});

// [what, run]
const misread: readonly [string, (field: readonly Field[]) => unknown][] = [
  ["a text as a number", ([, text]) => readInt(source, text!)],
  ["a number as a text", ([int]) => readString(source, int!)],
  ["a number as a float32", ([int]) => readFloat(source, int!)],
  ["four bytes as numbers of eight", ([, , float]) => readFixed(source, float!, 8)],
  ["a float32 as whole numbers", ([, , float]) => readInts(source, float!)],
];

for (const [what, run] of misread) {
  Deno.test(`a field that holds ${what} is refused`, () => {
    assert.throws(
      () => run(fields),
      /^SyntaxError: Cannot read protobuf field at byte \d+: field \d has wire type \d, expected \d; the file is no ONNX model, or damaged: get it again$/,
    );
  });
}

// [what, bytes]
const malformed: readonly [string, readonly number[]][] = [
  ["the number 0", [0x02, 0x00]],
  ["a group, which ONNX has none of", [0x0b, 0x0c]],
  ["a wire type that is not known", [0x0e, 0x00]],
  ["a length beyond its parent", [0x12, 0x02, 0x66]],
  ["four bytes of which three are there", [0x1d, 1, 2, 3]],
  ["eight bytes of which none is there", [0x21]],
  ["a tag cut off", [0x80]],
  ["a varint of eleven bytes", [0x08, ...Array(11).fill(0x80), 0x01]],
];

for (const [what, content] of malformed) {
  Deno.test(`walkFields() refuses a field of ${what}`, () => {
    const broken = memorySource(Uint8Array.from(content));
    assert.throws(
      () => [...walkFields(broken, wholeSpan(broken))],
      /^SyntaxError: Cannot read protobuf field at byte 0: /,
    );
  });
}

Deno.test("encodeField() writes what is read again", () => {
  assert.deepEqual([...encodeField({ no: 1, kind: "int", value: 150 })], [0x08, 0x96, 0x01]);
  assert.deepEqual([...encodeField({ no: 2, kind: "text", value: "fox" })], [
    0x12,
    3,
    102,
    111,
    120,
  ]);
  assert.deepEqual([...encodeField({ no: 3, kind: "float", value: -1 })], [0x1d, 0, 0, 0x80, 0xbf]);
  assert.deepEqual([...encodeField({ no: 20, kind: "bytes", value: Uint8Array.of(7) })], [
    0xa2,
    0x01,
    1,
    7,
  ]);
  assert.deepEqual([...encodeField({ no: 1, kind: "int", value: -1 })].length, 11);
});

Deno.test("encodeMessage() puts its fields behind their length", () => {
  const fox = encodeField({ no: 2, kind: "text", value: "fox" });
  assert.deepEqual([...encodeMessage(7, [fox, fox])], [0x3a, 10, ...fox, ...fox]);
  assert.deepEqual([...concatBytes([fox, new Uint8Array(0), fox])], [...fox, ...fox]);
});

Deno.test("readString() keeps emoji, line separators, byte order marks and zeros", () => {
  for (const text of ["🦊\u2028\u2029", "\ufeffname", "a\0b", "é"]) {
    const encoded = memorySource(encodeField({ no: 1, kind: "text", value: text }));
    const [field] = walkFields(encoded, wholeSpan(encoded));
    assert.equal(readString(encoded, field!), text);
  }
});
