import { constants, deflateSync, inflateSync } from "node:zlib";
import { decodeBase64 } from "../tensor/base64.ts";

/** A column of numbers, little-endian and deflated (zlib, RFC 1950), as base64. */
export interface PackedColumn {
  readonly type: ColumnType;
  readonly deflated: string;
}

const TYPES = {
  uint8: Uint8Array,
  uint32: Uint32Array,
  float32: Float32Array,
  float64: Float64Array,
};

/** The columns of each type. */
interface Columns {
  uint8: Uint8Array;
  uint32: Uint32Array;
  float32: Float32Array;
  float64: Float64Array;
}

type ColumnType = keyof Columns;

// Runs of one byte are found alike by the zlib of Node and that of Deno, whose machines may measure one
// dataset together; what else comes again, each finds in its own way, for a hundredth of the bytes.
const DEFLATE = { strategy: constants.Z_RLE };

/** Packs a column. */
export function packColumn<Type extends ColumnType>(
  type: Type,
  column: Columns[Type],
): PackedColumn {
  const bytes = new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
  return { type, deflated: deflateSync(bytes, DEFLATE).toString("base64") };
}

/**
 * Unpacks a column of a known type and length.
 *
 * @throws {TypeError} If it is another one.
 */
export function unpackColumn<Type extends ColumnType>(
  packed: unknown,
  type: Type,
  length: number,
): Columns[Type] {
  const Kind = TYPES[type];
  const { type: own, deflated } = Object(packed) as Partial<PackedColumn>;
  if (own !== type || typeof deflated !== "string") throw new TypeError(`it is no ${type} column`);
  const bytes = inflateSync(decodeBase64(deflated), {
    maxOutputLength: Math.max(1, length * Kind.BYTES_PER_ELEMENT),
  });
  if (bytes.length !== length * Kind.BYTES_PER_ELEMENT) {
    throw new TypeError(`it has ${bytes.length / Kind.BYTES_PER_ELEMENT} numbers, not ${length}`);
  }
  return new Kind(new Uint8Array(bytes).buffer) as Columns[Type];
}
