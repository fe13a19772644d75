/**
 * Reads files of events by the letter of their specifications, and by nothing of the program:
 * record_writer.h and crc32c.h of TensorFlow, RFC 3720 for the CRC, the encoding of protobuf.
 */

/** A message: the payloads of its fields, by their numbers. */
export type Message = ReadonlyMap<number, readonly (number | Uint8Array)[]>;

/** Something that was read under a tag. */
export interface ReadValue {
  readonly tag: string;
  readonly step: number;
  readonly wallTime: number;
  readonly scalar: number | null;
  readonly image: ReadImage | null;
  readonly histogram: ReadHistogram | null;
  readonly text: string | null;
}

/** A picture that was read. */
export interface ReadImage {
  readonly height: number;
  readonly width: number;
  readonly colorspace: number;
  readonly png: Uint8Array;
}

/** A histogram that was read. */
export interface ReadHistogram {
  readonly min: number;
  readonly max: number;
  readonly num: number;
  readonly sum: number;
  readonly sumSquares: number;
  readonly limits: readonly number[];
  readonly counts: readonly number[];
}

/** Reads all values of a file of events, after the version that it begins with. */
export function readEventFile(bytes: Uint8Array): ReadValue[] {
  const [first, ...events] = splitRecords(bytes).map(readMessage);
  const version = textOf(first?.get(3)?.[0]);
  if (version !== "brain.Event:2") throw new Error(`the version is ${version}`);
  return events.flatMap(readEvent);
}

/** Splits a file into the data of its records, and checks both CRCs of each. */
export function splitRecords(bytes: Uint8Array): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const records: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = Number(view.getBigUint64(at, true));
    checkCrc(bytes.subarray(at, at + 8), view.getUint32(at + 8, true));
    const data = bytes.subarray(at + 12, at + 12 + length);
    if (data.length !== length) throw new Error("the last record is cut off");
    checkCrc(data, view.getUint32(at + 12 + length, true));
    records.push(data);
    at += 16 + length;
  }
  return records;
}

function checkCrc(bytes: Uint8Array, masked: number): void {
  const rotated = (masked - 0xa282ead8) >>> 0;
  const crc = (rotated >>> 17 | rotated << 15) >>> 0;
  if (crc !== divide(bytes)) throw new Error("the CRC is wrong");
}

// Bit by bit: the remainder of the division by Castagnoli's polynomial, 1EDC6F41, reflected.
function divide(bytes: Uint8Array): number {
  let remainder = 0xffffffff;
  for (const byte of bytes) {
    remainder ^= byte;
    for (let bit = 0; bit < 8; bit++) {
      remainder = remainder & 1 ? (remainder >>> 1) ^ 0x82f63b78 : remainder >>> 1;
    }
  }
  return (remainder ^ 0xffffffff) >>> 0;
}

/** Reads the fields of a message. */
export function readMessage(bytes: Uint8Array): Message {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fields = new Map<number, (number | Uint8Array)[]>();
  let at = 0;
  const varint = (): number => {
    let [value, scale] = [0, 1];
    for (;; scale *= 128) {
      const byte = bytes[at++]!;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  };
  const payload = (type: number): number | Uint8Array => {
    if (type === 0) return varint();
    const length = type === 1 ? 8 : type === 5 ? 4 : varint();
    at += length;
    if (type === 1) return view.getFloat64(at - 8, true);
    if (type === 5) return view.getFloat32(at - 4, true);
    return bytes.subarray(at - length, at);
  };
  while (at < bytes.length) {
    const key = varint();
    const no = Math.floor(key / 8);
    fields.set(no, [...fields.get(no) ?? [], payload(key % 8)]);
  }
  return fields;
}

function readEvent(event: Message): ReadValue[] {
  const summary = readMessage(bytesOf(event.get(5)?.[0]));
  return (summary.get(1) ?? []).map((each) => {
    const value = readMessage(bytesOf(each));
    const part = <Read>(no: number, read: (message: Message) => Read): Read | null =>
      value.has(no) ? read(readMessage(bytesOf(value.get(no)![0]))) : null;
    return {
      tag: textOf(value.get(1)?.[0]),
      step: numberOf(event, 2),
      wallTime: numberOf(event, 1),
      scalar: value.has(2) ? numberOf(value, 2) : null,
      image: part(4, readImage),
      histogram: part(5, readHistogram),
      text: part(8, (tensor) => textOf(tensor.get(8)?.[0])),
    };
  });
}

function readImage(image: Message): ReadImage {
  return {
    height: numberOf(image, 1),
    width: numberOf(image, 2),
    colorspace: numberOf(image, 3),
    png: bytesOf(image.get(4)?.[0]),
  };
}

function readHistogram(histogram: Message): ReadHistogram {
  return {
    min: numberOf(histogram, 1),
    max: numberOf(histogram, 2),
    num: numberOf(histogram, 3),
    sum: numberOf(histogram, 4),
    sumSquares: numberOf(histogram, 5),
    limits: doublesOf(bytesOf(histogram.get(6)?.[0])),
    counts: doublesOf(bytesOf(histogram.get(7)?.[0])),
  };
}

function doublesOf(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length / 8 }, (_, i) => view.getFloat64(8 * i, true));
}

// A number that is not there is 0.
function numberOf(message: Message, no: number): number {
  const [value = 0] = message.get(no) ?? [];
  if (typeof value !== "number") throw new Error(`field ${no} is no number`);
  return value;
}

function bytesOf(value: number | Uint8Array | undefined): Uint8Array {
  if (!(value instanceof Uint8Array)) throw new Error("a field is no bytes");
  return value;
}

function textOf(value: number | Uint8Array | undefined): string {
  return new TextDecoder().decode(bytesOf(value));
}
