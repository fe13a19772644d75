import { countElements, type Tensor } from "../../tensor/tensor.ts";
import { countBits, countBytes, decodeElements, isNumeric } from "../wire/element.ts";
import type { Model } from "../graph/model.ts";
import { findPointer } from "../file/pointer_kind.ts";
import { type DataType, TENSOR } from "../wire/proto.ts";
import { spreadSparse } from "./sparse_tensor.ts";
import type { SparseParts, TensorRef } from "../wire/tensor_ref.ts";
import { memorySource, sliceSource } from "../wire/joined_source.ts";
import {
  type ByteSource,
  concatBytes,
  type Field,
  readFixed,
  readInts,
  walkFields,
} from "../wire/wire.ts";
import { createError } from "../../reason/error.ts";

/**
 * Reads the data of a constant tensor, however they are stored, as float32.
 *
 * @throws {SyntaxError} If the data do not fill the tensor's dims.
 * @throws {RangeError} If they lie outside of the model's folder or file.
 */
export function readTensor(model: Model, ref: TensorRef): Tensor {
  const count = countElements(ref.dims);
  const bytes = readData(model, ref);
  return { data: decodeElements(ref.dataType, bytes, count), dims: ref.dims };
}

/** Reads the data of a constant tensor as raw bytes, little-endian. */
export function readData(model: Model, ref: TensorRef): Uint8Array<ArrayBuffer> {
  const data = openTensorData(model, ref);
  return data.read(0, data.byteLength);
}

/**
 * Opens the data of a constant tensor as raw bytes, little-endian: those that the file, or one beside
 * it, holds as they are, are read where they are needed.
 */
export function openTensorData(model: Model, ref: TensorRef): ByteSource {
  if (ref.sparse !== null) return memorySource(readSparse(model, ref, ref.sparse));
  const needed = countDataBytes(ref);
  if (ref.external !== null) return openExternal(model, ref, needed);
  const data = ref.raw === null
    ? memorySource(readTypedFields(model, ref, needed))
    : sliceSource(model.source, ref.raw);
  if (data.byteLength === needed) return data;
  const { name: tensor, dims, dataType: type } = ref;
  throw createError(SyntaxError, {
    code: "tensor-bytes",
    ...{ tensor, dims, type, needed, held: data.byteLength },
  });
}

/** Counts the bytes that the data of a tensor take. */
export function countDataBytes(ref: TensorRef): number {
  return countBytes(requireKnown(ref), countElements(ref.dims));
}

// The error of a type that nobody can read names the tensor.
function requireKnown({ name, dataType }: TensorRef): DataType {
  if (isNumeric(dataType)) return dataType;
  throw createError(TypeError, { code: "tensor-type", tensor: name, type: dataType });
}

function readSparse(
  model: Model,
  { name, dims }: TensorRef,
  { values, indices }: SparseParts,
): Uint8Array<ArrayBuffer> {
  if (indices.dataType !== "int64") {
    throw createError(SyntaxError, { code: "sparse-index-type", tensor: name });
  }
  return spreadSparse({
    name,
    dims,
    bits: countBits(requireKnown(values)),
    values: readData(model, values),
    indices: new BigInt64Array(readData(model, indices).slice().buffer),
    indexDims: indices.dims,
  });
}

function readTypedFields(model: Model, ref: TensorRef, needed: number): Uint8Array<ArrayBuffer> {
  const runs: Uint8Array[] = [];
  for (const field of walkFields(model.source, ref.field)) {
    const run = readTypedField(model, ref.dataType, field, needed);
    if (run !== null) runs.push(run);
  }
  return concatBytes(runs);
}

function readTypedField(
  { source }: Model,
  type: DataType,
  field: Field,
  needed: number,
): Uint8Array<ArrayBuffer> | null {
  switch (field.no) {
    case TENSOR.floatData:
      return readFixed(source, field, 4);
    case TENSOR.doubleData:
      return readFixed(source, field, 8);
    case TENSOR.int32Data:
      return packIntegers(readInts(source, field, needed), integerSize(type));
    case TENSOR.int64Data:
      return packIntegers(readInts(source, field, needed), 8);
    case TENSOR.uint64Data:
      return packIntegers(readInts(source, field, needed), type === "uint32" ? 4 : 8);
    default:
      return null;
  }
}

// The bytes of one entry of int32_data: float16 and bfloat16 stand there as their bits, 4-bit
// numbers two by two.
function integerSize(type: DataType): number {
  return Math.max(1, countBytes(type, 1));
}

function packIntegers(values: readonly number[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size * values.length);
  const view = new DataView(bytes.buffer);
  values.forEach((value, i) => {
    if (size === 1) view.setUint8(i, value);
    else if (size === 2) view.setUint16(2 * i, value, true);
    else if (size === 4) view.setUint32(4 * i, value, true);
    else view.setBigInt64(8 * i, BigInt(value), true);
  });
  return bytes;
}

const LONGEST_POINTER = 1024; // bytes

function openExternal(
  model: Model,
  { name, external }: TensorRef,
  needed: number,
): ByteSource {
  const { location, offset, length } = external!;
  const { openBeside } = model.source;
  if (openBeside === undefined) {
    throw createError(TypeError, { code: "external-in-memory", tensor: name, location });
  }
  requireInside(name, location);
  const file = openBeside(location);
  const end = offset + needed;
  if ((length ?? needed) === needed && end <= file.byteLength) {
    return sliceSource(file, { start: offset, end });
  }
  const kind = findPointer(file.read(0, Math.min(LONGEST_POINTER, file.byteLength)));
  throw createError(RangeError, {
    code: "external-short",
    ...{ tensor: name, location, offset, length, needed, held: file.byteLength, kind },
  });
}

// A model must not be able to show files that lie elsewhere on its reader's disk.
function requireInside(name: string, location: string): void {
  const absolute = /^([\\/]|[A-Za-z]:)/.test(location);
  if (!absolute && !location.split(/[\\/]/).includes("..") && !location.includes("\0")) return;
  throw createError(RangeError, { code: "external-outside", tensor: name, location });
}
