// The bytes of a value of JSON whose columns are packed:
//
//     a zero, uint32 length (little-endian), and as many bytes of UTF-8: {"value": …, "columns": […]}
//     the planes of the columns: first those of places in a table and of exponents, then those of
//     mantissas, the highest bytes of all first, the lowest of all last
//
// In the value `{"#": n}` stands for column n; of lists `{"#": n, "each": …}`, where `each` is how many
// each has, or such a column. Bytes of a kind stand together, since deflating counts how often a byte
// comes.

import { joinBytes } from "../../tensor/joined_bytes.ts";
import {
  type ColumnHead,
  decodeColumn,
  encodeColumn,
  type EncodedColumn,
  type Scalar,
} from "./packed_column.ts";

/** What stands for a column in its place. */
interface Place {
  readonly "#": number;
  readonly each?: number | Place;
}

/** What the JSON of a packed value holds. */
interface Skeleton {
  readonly value: unknown;
  readonly columns: readonly ColumnHead[];
}

// Fewer take as much as what is said of them.
const LEAST_COLUMN = 12;
const HEAD = 5; // bytes

/**
 * Packs a value of JSON: long columns of numbers and of words as bytes, all else as text.
 *
 * @param write Writes what is no column as JSON.
 */
export function packValue(
  value: unknown,
  write: (value: unknown) => string,
): Uint8Array<ArrayBuffer> {
  const packed: EncodedColumn[] = [];
  const rest = takeColumns(value, packed);
  const skeleton: Skeleton = { value: rest, columns: packed.map(({ column }) => column) };
  const text = new TextEncoder().encode(write(skeleton));
  const head = new Uint8Array(HEAD);
  new DataView(head.buffer).setUint32(1, text.length, true);
  const planes = orderPlanes(packed.map(({ column }) => column))
    .map(([column, plane]) => packed[column]!.planes[plane]!);
  return joinBytes([head, text, ...planes]);
}

/** Gives the value again; what is no packed value is read as JSON. */
export function unpackValue(bytes: Uint8Array): unknown {
  const read = (from: number, to: number) =>
    JSON.parse(new TextDecoder().decode(bytes.subarray(from, to)));
  if (bytes[0] !== 0) return read(0, bytes.length);
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(1, true);
  const { value, columns }: Skeleton = read(HEAD, HEAD + length);
  const planes: Uint8Array[][] = columns.map(() => []);
  let at = HEAD + length;
  for (const [column, plane] of orderPlanes(columns)) {
    planes[column]![plane] = bytes.subarray(at, at += columns[column]!.count);
  }
  const scalars = columns.map((column, i) => decodeColumn(column, planes[i]!));
  return putColumns(value, scalars);
}

// By the kind of their bytes: how many lower ones each number has beside it.
function orderPlanes(columns: readonly ColumnHead[]): [column: number, plane: number][] {
  const all = columns.flatMap(({ table, width }, column) => {
    const count = table === undefined ? width + 1 : width;
    return Array.from({ length: count }, (_, plane) => {
      const isFirst = table === undefined && plane === 0;
      return { column, plane, lower: isFirst ? MOST_WIDTH : count - 1 - plane };
    });
  });
  return all.sort((a, b) => b.lower - a.lower || a.column - b.column)
    .map(({ column, plane }) => [column, plane]);
}

const MOST_WIDTH = 4;

function takeColumns(value: unknown, packed: EncodedColumn[]): unknown {
  if (value === null || typeof value !== "object") return value;
  if (!Array.isArray(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, takeColumns(each, packed)]),
    );
  }
  return takePlace(value, packed) ?? value.map((each) => takeColumns(each, packed));
}

function takePlace(values: readonly unknown[], packed: EncodedColumn[]): Place | null {
  if (values.every(isScalar)) return takeScalars(values, packed);
  if (!values.every((each) => Array.isArray(each) && each.every(isScalar))) return null;
  const lists = values as readonly (readonly Scalar[])[];
  const lengths = lists.map(({ length }) => length);
  const isEven = lengths.every((length) => length === lengths[0]);
  const place = lists.length < LEAST_COLUMN ? null : takeScalars(lists.flat(), packed);
  const each = isEven ? lengths[0]! : place && takeScalars(lengths, packed);
  return place === null || each === null ? null : { ...place, each };
}

function isScalar(value: unknown): value is Scalar {
  return value === null || typeof value !== "object";
}

function takeScalars(values: readonly Scalar[], packed: EncodedColumn[]): Place | null {
  if (values.length < LEAST_COLUMN) return null;
  const encoded = encodeColumn(values);
  if (encoded === null) return null;
  const known = packed.findIndex((other) => isSame(other, encoded));
  return { "#": known >= 0 ? known : packed.push(encoded) - 1 };
}

// Over one photo means are what they are the means of.
function isSame(a: EncodedColumn, b: EncodedColumn): boolean {
  return a.column.count === b.column.count && a.planes.length === b.planes.length &&
    a.planes.every((plane, p) => plane.every((byte, i) => byte === b.planes[p]![i])) &&
    JSON.stringify(a.column.table) === JSON.stringify(b.column.table);
}

function putColumns(value: unknown, columns: readonly (readonly Scalar[])[]): unknown {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map((each) => putColumns(each, columns));
  if ("#" in value) return putPlace(value as Place, columns);
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, putColumns(each, columns)]),
  );
}

function putPlace(
  { "#": column, each }: Place,
  columns: readonly (readonly Scalar[])[],
): readonly Scalar[] | Scalar[][] {
  const values = columns[column]!;
  if (each === undefined) return values;
  const lengths = typeof each === "number"
    ? Array.from({ length: each === 0 ? 0 : values.length / each }, () => each)
    : columns[each["#"]] as readonly number[];
  let at = 0;
  return lengths.map((length) => values.slice(at, at += length));
}
