import { countPlaces, giveDecimal, MOST_DIGITS, takeMantissa } from "./decimal.ts";

/** What a column holds beside numbers. */
export type Scalar = number | string | boolean | null;

/** What is said of a packed column beside its planes. */
export interface ColumnHead {
  readonly count: number;
  /** How many bytes a place in the table has, or a mantissa. */
  readonly width: number;
  /** Its different values, where there are few: planes tell places in it. */
  readonly table?: readonly Scalar[];
}

/** A packed column: planes of one byte each a value. */
export interface EncodedColumn {
  readonly column: ColumnHead;
  /** Of a table the bytes of places, the highest first; else signs and places behind the point, then mantissas. */
  readonly planes: readonly Uint8Array[];
}

/** Encodes a column; null where its values are of other kinds, or have too many digits. */
export function encodeColumn(values: readonly Scalar[]): EncodedColumn | null {
  return encodeTable(values) ?? encodeDecimals(values);
}

/** Decodes a column of its planes. */
export function decodeColumn(
  { count, table }: ColumnHead,
  planes: readonly Uint8Array[],
): readonly Scalar[] {
  const join = (i: number, from: number): number => {
    let whole = 0;
    for (let p = from; p < planes.length; p++) whole = whole * 256 + planes[p]![i]!;
    return whole;
  };
  if (table !== undefined) return Array.from({ length: count }, (_, i) => table[join(i, 0)]!);
  return Array.from({ length: count }, (_, i) => {
    const sign = planes[0]![i]!;
    if (sign === NONE) return null;
    const size = giveDecimal(join(i, 1), sign >> 1);
    return sign & 1 ? -size : size;
  });
}

// A value that is none, in the place of twice its places behind the point, and 1 where it is below 0.
const NONE = 255;

const MOST_NAMES = 1 << 16;
const MOST_NUMBERS = 16;

// Words, and numbers where there are few different ones.
function encodeTable(values: readonly Scalar[]): EncodedColumn | null {
  const hasWords = values.some((value) => typeof value === "string" || typeof value === "boolean");
  const most = Math.min(values.length / 4, hasWords ? MOST_NAMES : MOST_NUMBERS);
  const places = new Map<Scalar, number>();
  const codes = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    let place = places.get(value);
    if (place === undefined) {
      if (places.size >= most) return null;
      places.set(value, place = places.size);
    }
    codes[i] = place;
  }
  const planes = splitBytes(codes);
  return {
    column: { count: values.length, width: planes.length, table: [...places.keys()] },
    planes,
  };
}

function encodeDecimals(values: readonly Scalar[]): EncodedColumn | null {
  const signs = new Uint8Array(values.length);
  const mantissas = new Float64Array(values.length);
  let digits = 1; // as the longest so far: zeros at the end are no rarer than other digits
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value === null) {
      signs[i] = NONE;
      continue;
    }
    if (typeof value !== "number") return null;
    const size = Math.abs(value);
    let places = Number.isInteger(size) ? 0 : countPlaces(size, digits);
    for (let more = digits + 1; Number.isNaN(places) && more <= MOST_DIGITS; more++) {
      places = countPlaces(size, more);
      digits = more;
    }
    if (!(places >= 0) || size > Number.MAX_SAFE_INTEGER) return null;
    signs[i] = 2 * places + Number(value < 0);
    mantissas[i] = takeMantissa(size, places);
  }
  const planes = splitBytes(mantissas);
  return { column: { count: values.length, width: planes.length }, planes: [signs, ...planes] };
}

// The highest first, as many as the largest needs.
function splitBytes(codes: Float64Array): Uint8Array[] {
  let most = 0;
  for (let i = 0; i < codes.length; i++) if (codes[i]! > most) most = codes[i]!;
  const width = most === 0 ? 0 : Math.floor(Math.log2(most) / 8) + 1;
  return Array.from({ length: width }, (_, p) => {
    const unit = 256 ** (width - 1 - p);
    const plane = new Uint8Array(codes.length);
    for (let i = 0; i < codes.length; i++) plane[i] = Math.floor(codes[i]! / unit);
    return plane;
  });
}
