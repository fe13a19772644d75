import { BinaryReader, BinaryWriter, WireType } from "@bufbuild/protobuf/wire";
import { createError, findReason } from "../../reason/error.ts";
import type { Reason, ReasonValues } from "../../reason/reason.ts";

export { WireType };

/** Bytes that are read where they are needed: a file, or an array in memory. */
export interface ByteSource {
  /** The length in bytes. */
  readonly byteLength: number;
  /**
   * Reads the bytes from `start` up to, not including, `end`. Where they fill their buffer it goes with
   * them: its memory is given back when they are done with. Of a buffer that stays, a part is given, or
   * a copy.
   */
  read(start: number, end: number): Uint8Array<ArrayBuffer>;
}

/** A run of bytes of a {@linkcode ByteSource}. */
export interface Span {
  /** The position of the first byte. */
  readonly start: number;
  /** The position after the last byte. */
  readonly end: number;
}

/** One field of a protobuf message, its payload not yet read. */
export interface Field extends Span {
  /** The field's number in the message's definition. */
  readonly no: number;
  /** How the payload is laid out. */
  readonly type: WireType;
  /** Where the field begins, its tag included. */
  readonly tagStart: number;
}

const MAX_VARINT = 10; // bytes
// A tag and a length.
const MAX_HEADER = 2 * MAX_VARINT;
// Names, operator types and key-value entries; the longest seen are some hundred bytes.
const MAX_STRING = 1 << 20;
// Attributes; the longest seen, of tree ensembles, are some hundred thousand numbers.
const MAX_INTS = 1 << 20;
// A graph holds one field a node and a weight; the largest seen have some ten thousand.
const MAX_FIELDS = 1 << 18;

const textDecoder = new TextDecoder("utf-8", { ignoreBOM: true }); // a name keeps all it has

/** Walks the fields of the message that fills a span, reading their headers only. */
export function* walkFields(source: ByteSource, span: Span): Generator<Field> {
  let position = span.start;
  for (let count = 0; position < span.end; count++) {
    if (count === MAX_FIELDS) {
      throw malformed("message", span.start, { code: "too-many-fields" });
    }
    const field = readHeader(source, position, span.end);
    yield field;
    position = field.end;
  }
}

/** Gives the span of a whole source. */
export function wholeSpan(source: ByteSource): Span {
  return { start: 0, end: source.byteLength };
}

/**
 * Reads the header of the field that begins at a position.
 *
 * @param limit Where its parent ends; the field may go on behind the end of a file that is cut off.
 */
export function readHeader(
  source: ByteSource,
  tagStart: number,
  limit: number,
): Field {
  const header = source.read(tagStart, Math.min(tagStart + MAX_HEADER, limit, source.byteLength));
  const reader = new BinaryReader(header);
  try {
    const [no, type] = reader.tag();
    const length = payloadLength(reader, type);
    const start = tagStart +
      (type === WireType.LengthDelimited ? reader.pos : tagLength(header));
    const end = start + length;
    if (end > limit) {
      throw createError(RangeError, { code: "past-parent", bytes: length });
    }
    return { no, type, tagStart, start, end };
  } catch (cause) {
    throw malformed("protobuf field", tagStart, findReason(cause), cause);
  }
}

function tagLength(header: Uint8Array): number {
  return header.findIndex((byte) => byte < 0x80) + 1;
}

function payloadLength(reader: BinaryReader, type: WireType): number {
  const start = reader.pos;
  switch (type) {
    case WireType.Varint:
      reader.uint64();
      return reader.pos - start;
    case WireType.Bit64:
      return 8;
    case WireType.Bit32:
      return 4;
    case WireType.LengthDelimited:
      return reader.uint32();
    default:
      throw createError(RangeError, { code: "wire-type-unused", type });
  }
}

function malformed(
  part: ReasonValues<"malformed">["part"],
  byte: number,
  reason: Reason,
  cause?: unknown,
): SyntaxError {
  return createError(SyntaxError, { code: "malformed", part, byte, reason }, { cause });
}

/** Reads a field's payload as text. */
export function readString(source: ByteSource, field: Field): string {
  requireType(field, WireType.LengthDelimited);
  if (field.end - field.start > MAX_STRING) {
    throw malformed("text", field.start, { code: "text-too-long", most: MAX_STRING });
  }
  return textDecoder.decode(source.read(field.start, field.end));
}

/** Reads a field's payload as a whole number; beyond 53 bits it is rounded. */
export function readInt(source: ByteSource, field: Field): number {
  requireType(field, WireType.Varint);
  return Number(new BinaryReader(source.read(field.start, field.end)).int64());
}

/** Reads a field's payload as a float32. */
export function readFloat(source: ByteSource, field: Field): number {
  requireType(field, WireType.Bit32);
  return new BinaryReader(source.read(field.start, field.end)).float();
}

/** Reads a field's payload as at most `limit` whole numbers: packed in one run, or one by itself. */
export function readInts(source: ByteSource, field: Field, limit: number = MAX_INTS): number[] {
  if (field.type === WireType.Varint) return [readInt(source, field)];
  requireType(field, WireType.LengthDelimited);
  const tooMany = () =>
    malformed("whole numbers", field.start, { code: "too-many-numbers", most: limit });
  if (field.end - field.start > MAX_VARINT * limit) throw tooMany();
  const bytes = source.read(field.start, field.end);
  const reader = new BinaryReader(bytes);
  const values: number[] = [];
  try {
    while (reader.pos < bytes.length) {
      values.push(Number(reader.int64()));
    }
  } catch (cause) {
    throw malformed("whole numbers", field.start, findReason(cause), cause);
  }
  if (values.length > limit) throw tooMany();
  return values;
}

/** Reads a field's payload as fixed-size numbers: packed in one run, or one by itself. */
export function readFixed(
  source: ByteSource,
  field: Field,
  size: 4 | 8,
): Uint8Array<ArrayBuffer> {
  if (field.type !== WireType.LengthDelimited) {
    requireType(field, size === 4 ? WireType.Bit32 : WireType.Bit64);
  }
  if ((field.end - field.start) % size !== 0) {
    throw malformed("numbers", field.start, { code: "odd-length", size });
  }
  return source.read(field.start, field.end);
}

function requireType(field: Field, type: WireType): void {
  if (field.type === type) return;
  const types = { field: field.no, type: field.type, expected: type };
  throw malformed("protobuf field", field.tagStart, { code: "wire-type", ...types });
}

/** A field to be written: its number and its value. */
export type FieldValue =
  | { readonly no: number; readonly kind: "int"; readonly value: number }
  | { readonly no: number; readonly kind: "float"; readonly value: number }
  | { readonly no: number; readonly kind: "double"; readonly value: number }
  | { readonly no: number; readonly kind: "text"; readonly value: string }
  | { readonly no: number; readonly kind: "bytes"; readonly value: Uint8Array };

/** Encodes one field. */
export function encodeField(field: FieldValue): Uint8Array<ArrayBuffer> {
  const writer = new BinaryWriter();
  switch (field.kind) {
    case "int":
      return writer.tag(field.no, WireType.Varint).int64(field.value).finish();
    case "float":
      return writer.tag(field.no, WireType.Bit32).float(field.value).finish();
    case "double":
      return writer.tag(field.no, WireType.Bit64).double(field.value).finish();
    case "text":
      return writer.tag(field.no, WireType.LengthDelimited).string(field.value)
        .finish();
    case "bytes":
      return writer.tag(field.no, WireType.LengthDelimited).bytes(field.value)
        .finish();
  }
}

/** Encodes the message of the given encoded fields as a field of its parent. */
export function encodeMessage(
  no: number,
  fields: readonly Uint8Array[],
): Uint8Array<ArrayBuffer> {
  const length = fields.reduce((sum, field) => sum + field.length, 0);
  return concatBytes([encodeHeader(no, length), ...fields]);
}

/** Encodes what stands before a message, or other bytes, of a length. */
export function encodeHeader(no: number, length: number): Uint8Array<ArrayBuffer> {
  return new BinaryWriter().tag(no, WireType.LengthDelimited).uint32(length).finish();
}

/** Joins runs of bytes into one. */
export function concatBytes(
  runs: readonly Uint8Array[],
): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(runs.reduce((sum, run) => sum + run.length, 0));
  let position = 0;
  for (const run of runs) {
    joined.set(run, position);
    position += run.length;
  }
  return joined;
}
