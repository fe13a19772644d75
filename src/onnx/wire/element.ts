import type { DataType } from "./proto.ts";
import { createError } from "../../reason/error.ts";

/** How the elements of a data type are stored in raw bytes. */
interface Storage {
  /** How many bits an element takes. */
  readonly bits: number;
  /** Decodes elements, little-endian, the first in the lowest bits. */
  decode(bytes: Uint8Array<ArrayBuffer>): ArrayLike<number> | BigInt64Array | BigUint64Array;
}

const STORAGES: Partial<Readonly<Record<DataType, Storage>>> = {
  float32: { bits: 32, decode: (bytes) => new Float32Array(bytes.buffer) },
  float64: { bits: 64, decode: (bytes) => new Float64Array(bytes.buffer) },
  float16: { bits: 16, decode: decodeFloat16 },
  bfloat16: { bits: 16, decode: decodeBfloat16 },
  int8: { bits: 8, decode: (bytes) => new Int8Array(bytes.buffer) },
  uint8: { bits: 8, decode: (bytes) => bytes },
  bool: { bits: 8, decode: (bytes) => bytes },
  int16: { bits: 16, decode: (bytes) => new Int16Array(bytes.buffer) },
  uint16: { bits: 16, decode: (bytes) => new Uint16Array(bytes.buffer) },
  int32: { bits: 32, decode: (bytes) => new Int32Array(bytes.buffer) },
  uint32: { bits: 32, decode: (bytes) => new Uint32Array(bytes.buffer) },
  int64: { bits: 64, decode: (bytes) => new BigInt64Array(bytes.buffer) },
  uint64: { bits: 64, decode: (bytes) => new BigUint64Array(bytes.buffer) },
  int4: { bits: 4, decode: (bytes) => splitNibbles(bytes).map((nibble) => (nibble << 28) >> 28) },
  uint4: { bits: 4, decode: splitNibbles },
  int2: { bits: 2, decode: (bytes) => splitPairs(bytes).map((pair) => (pair << 30) >> 30) },
  uint2: { bits: 2, decode: splitPairs },
  float4e2m1: { bits: 4, decode: (bytes) => lookUp(splitNibbles(bytes), FLOAT4) },
  float8e4m3fn: small({ exponentBits: 4, bias: 7, infinities: false, negativeZero: true }),
  float8e4m3fnuz: small({ exponentBits: 4, bias: 8, infinities: false, negativeZero: false }),
  float8e5m2: small({ exponentBits: 5, bias: 15, infinities: true, negativeZero: true }),
  float8e5m2fnuz: small({ exponentBits: 5, bias: 16, infinities: false, negativeZero: false }),
  float8e8m0: { bits: 8, decode: (bytes) => lookUp(bytes, POWERS) },
};

// 2^(code − 127), a scale of blocks; the last code is NaN.
// https://www.opencompute.org/documents/ocp-microscaling-formats-mx-v1-0-spec-final-pdf
const POWERS = Array.from({ length: 256 }, (_, code) => code === 255 ? NaN : 2 ** (code - 127));

// https://onnx.ai/onnx/technical/float4.html
const FLOAT4 = [0, 0.5, 1, 1.5, 2, 3, 4, 6, -0, -0.5, -1, -1.5, -2, -3, -4, -6];

/** Tells whether the elements of a data type are numbers that can be decoded. */
export function isNumeric(type: DataType): boolean {
  return STORAGES[type] !== undefined;
}

/** Counts the bits that one element takes. */
export function countBits(type: DataType): number {
  return requireStorage(type).bits;
}

/** Counts the bytes that `count` elements take. */
export function countBytes(type: DataType, count: number): number {
  return Math.ceil(count * requireStorage(type).bits / 8);
}

/** Decodes `count` elements of raw bytes to float32. */
export function decodeElements(
  type: DataType,
  bytes: Uint8Array<ArrayBuffer>,
  count: number,
): Float32Array {
  const aligned = bytes.byteOffset === 0 && bytes.length === bytes.buffer.byteLength
    ? bytes
    : bytes.slice();
  const values = requireStorage(type).decode(aligned);
  if (values instanceof Float32Array) return values;
  if (values instanceof BigInt64Array || values instanceof BigUint64Array) {
    return Float32Array.from({ length: count }, (_, i) => Number(values[i]));
  }
  const decoded = new Float32Array(count);
  for (let i = 0; i < count; i++) decoded[i] = values[i]!;
  return decoded;
}

function requireStorage(type: DataType): Storage {
  const storage = STORAGES[type];
  if (storage !== undefined) return storage;
  throw createError(TypeError, { code: "element-type", type });
}

// The bits of a half stand in a float32 a power of two below; not every runtime has Float16Array.
function decodeFloat16(bytes: Uint8Array<ArrayBuffer>): Float32Array {
  const halves = new Uint16Array(bytes.buffer);
  const words = new Uint32Array(halves.length);
  for (let i = 0; i < halves.length; i++) {
    const half = halves[i]!;
    const isFinite = (half & 0x7c00) !== 0x7c00;
    words[i] = (half & 0x8000) << 16 | (half & 0x7fff) << 13 | (isFinite ? 0 : 0x7f800000);
  }
  const values = new Float32Array(words.buffer);
  for (let i = 0; i < values.length; i++) values[i]! *= 2 ** 112;
  return values;
}

// The upper half of a float32.
function decodeBfloat16(bytes: Uint8Array<ArrayBuffer>): Float32Array {
  const halves = new Uint16Array(bytes.buffer);
  const words = new Uint32Array(halves.length);
  for (let i = 0; i < halves.length; i++) words[i] = halves[i]! << 16;
  return new Float32Array(words.buffer);
}

function splitNibbles(bytes: Uint8Array): Int32Array {
  const nibbles = new Int32Array(2 * bytes.length);
  bytes.forEach((byte, i) => {
    nibbles[2 * i] = byte & 15;
    nibbles[2 * i + 1] = byte >> 4;
  });
  return nibbles;
}

function splitPairs(bytes: Uint8Array): Int32Array {
  return Int32Array.from({ length: 4 * bytes.length }, (_, i) => bytes[i >> 2]! >> 2 * (i % 4) & 3);
}

function lookUp(codes: ArrayLike<number>, values: readonly number[]): Float32Array {
  return Float32Array.from({ length: codes.length }, (_, i) => values[codes[i]!]!);
}

/** What tells the 8-bit float formats apart. */
interface SmallFloat {
  readonly exponentBits: 4 | 5;
  readonly bias: number;
  /** Whether the highest exponent holds infinities and NaN, as in IEEE 754. */
  readonly infinities: boolean;
  /** Whether 0x80 is −0; where it is not, it is the only NaN. */
  readonly negativeZero: boolean;
}

function small(format: SmallFloat): Storage {
  const values = Array.from({ length: 256 }, (_, code) => decodeSmall(code, format));
  return { bits: 8, decode: (bytes) => lookUp(bytes, values) };
}

// (−1)^s 2^(e − bias) (1 + m), or (−1)^s 2^(1 − bias) m where e is 0.
// https://onnx.ai/onnx/technical/float8.html
function decodeSmall(code: number, format: SmallFloat): number {
  const mantissaBits = 7 - format.exponentBits;
  const sign = code & 0x80 ? -1 : 1;
  const exponent = (code & 0x7f) >> mantissaBits;
  const steps = code & ((1 << mantissaBits) - 1);
  if (!format.negativeZero && code === 0x80) return NaN;
  if (format.infinities && exponent === 31) return steps === 0 ? sign * Infinity : NaN;
  if (!format.infinities && format.negativeZero && (code & 0x7f) === 0x7f) return NaN;
  const fraction = steps / (1 << mantissaBits);
  return exponent === 0
    ? sign * fraction * 2 ** (1 - format.bias)
    : sign * (1 + fraction) * 2 ** (exponent - format.bias);
}
