import { type DataType, ENTRY, EXTERNAL, nameDataType, SPARSE, TENSOR } from "./proto.ts";
import {
  type ByteSource,
  type Field,
  readInt,
  readInts,
  readString,
  type Span,
  walkFields,
} from "./wire.ts";
import { createError } from "../../reason/error.ts";

/** Data of a tensor that lie in another file. */
export interface ExternalData {
  /** The path of the file, relative to the model's folder. */
  readonly location: string;
  /** Where the data begin in that file, in bytes. */
  readonly offset: number;
  /** How many bytes the data take; null for the rest of the file. */
  readonly length: number | null;
}

/** A constant tensor of the model: all of it but the data, which stay where they are. */
export interface TensorRef {
  /** The tensor's name. */
  readonly name: string;
  /** How long it is along each axis. */
  readonly dims: readonly number[];
  /** The type of its elements. */
  readonly dataType: DataType;
  /** The whole message. */
  readonly field: Field;
  /** The data as raw bytes, little-endian; null where they are in typed fields or outside. */
  readonly raw: Span | null;
  /** The file that holds the data; null where the model itself does. */
  readonly external: ExternalData | null;
  /** The values that are not 0 and where they stand; null where all values are stored. */
  readonly sparse: SparseParts | null;
}

/** What is stored of a sparse tensor. */
export interface SparseParts {
  /** The values, [count]. */
  readonly values: TensorRef;
  /** Where they stand: positions in the tensor's data, [count], or along each axis, [count, rank]. */
  readonly indices: TensorRef;
}

// The deepest tensors seen have 6 axes; more are a sign of a damaged file.
const MAX_RANK = 16;
// 2^40 elements are beyond any machine that reads this.
const MAX_ELEMENTS = 2 ** 40;

/** Reads what a TensorProto says of itself, without its data. */
export function readTensorRef(source: ByteSource, field: Field): TensorRef {
  let name = "";
  let type = 0;
  let raw: Span | null = null;
  let location = 0;
  const dims: number[] = [];
  const entries = new Map<string, string>();
  for (const part of walkFields(source, field)) {
    switch (part.no) {
      case TENSOR.dims:
        dims.push(...readInts(source, part, MAX_RANK));
        break;
      case TENSOR.dataType:
        type = readInt(source, part);
        break;
      case TENSOR.name:
        name = readString(source, part);
        break;
      case TENSOR.rawData:
        raw = { start: part.start, end: part.end };
        break;
      case TENSOR.dataLocation:
        location = readInt(source, part);
        break;
      case TENSOR.externalData:
        entries.set(...readEntry(source, part));
    }
  }
  requireDims(name, dims);
  const external = location === EXTERNAL ? readExternal(name, entries) : null;
  return { name, dims, dataType: nameDataType(type), field, raw, external, sparse: null };
}

/** Reads what a SparseTensorProto says of itself; it goes by the name of its values. */
export function readSparseTensorRef(source: ByteSource, field: Field): TensorRef {
  const dims: number[] = [];
  const tensors = new Map<number, TensorRef>();
  for (const part of walkFields(source, field)) {
    if (part.no === SPARSE.dims) dims.push(...readInts(source, part, MAX_RANK));
    else tensors.set(part.no, readTensorRef(source, part));
  }
  const values = tensors.get(SPARSE.values);
  const indices = tensors.get(SPARSE.indices);
  if (values === undefined || indices === undefined) {
    throw createError(SyntaxError, { code: "sparse-incomplete", byte: field.start });
  }
  requireDims(values.name, dims);
  return { ...values, dims, field, raw: null, external: null, sparse: { values, indices } };
}

/** Reads a StringStringEntryProto: a key and its value. */
export function readEntry(
  source: ByteSource,
  field: Field,
): [key: string, value: string] {
  let key = "";
  let value = "";
  for (const part of walkFields(source, field)) {
    if (part.no === ENTRY.key) key = readString(source, part);
    else if (part.no === ENTRY.value) value = readString(source, part);
  }
  return [key, value];
}

function requireDims(name: string, dims: readonly number[]): void {
  const count = dims.reduce((product, extent) => product * Math.max(1, extent), 1);
  if (
    dims.length <= MAX_RANK && dims.every((extent) => extent >= 0) &&
    count <= MAX_ELEMENTS
  ) {
    return;
  }
  throw createError(
    SyntaxError,
    dims.length <= MAX_RANK
      ? { code: "tensor-dims", tensor: name, dims }
      : { code: "tensor-rank", tensor: name, rank: dims.length },
  );
}

function readExternal(
  name: string,
  entries: ReadonlyMap<string, string>,
): ExternalData {
  const location = entries.get("location") ?? "";
  const offset = Number(entries.get("offset") ?? 0);
  const length = entries.has("length") ? Number(entries.get("length")) : null;
  const positions = length === null ? [offset] : [offset, length];
  if (
    location !== "" &&
    positions.every((value) => Number.isSafeInteger(value) && value >= 0)
  ) {
    return { location, offset, length };
  }
  const place = { location, offset, length };
  throw createError(SyntaxError, { code: "external-place", tensor: name, ...place });
}
