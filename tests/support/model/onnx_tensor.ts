import {
  type DataType,
  ENTRY,
  EXTERNAL,
  numberDataType,
  SPARSE,
  TENSOR,
} from "../../../src/onnx/wire/proto.ts";
import type { ExternalData } from "../../../src/onnx/wire/tensor_ref.ts";
import { encodeField, encodeMessage } from "../../../src/onnx/wire/wire.ts";
import { countElements, type Tensor } from "../../../src/tensor/tensor.ts";

/** A constant tensor as a file stores it. */
export interface StoredTensor {
  readonly type: DataType;
  readonly dims: readonly number[];
  /** The fields that hold its data, encoded. */
  readonly content: readonly Uint8Array[];
}

/** A tensor in plain values, or as a file stores it. */
export type TensorText = Tensor | StoredTensor;

type Numbers = ArrayLike<number> & Iterable<number>;

/** Stores a tensor of any type as raw bytes. */
export function storeRaw(
  type: DataType,
  dims: readonly number[],
  bytes: Uint8Array,
): StoredTensor {
  return {
    type,
    dims,
    content: [encodeField({ no: TENSOR.rawData, kind: "bytes", value: bytes })],
  };
}

const ARRAYS = {
  float32: Float32Array,
  float64: Float64Array,
  float16: Float16Array,
  int8: Int8Array,
  uint8: Uint8Array,
  bool: Uint8Array,
  int16: Int16Array,
  uint16: Uint16Array,
  int32: Int32Array,
  uint32: Uint32Array,
} as const;

/** Stores numbers as the raw bytes of a type. */
export function store(
  type: keyof typeof ARRAYS | "int64" | "uint64" | "bfloat16",
  dims: readonly number[],
  values: Numbers,
): StoredTensor {
  return storeRaw(type, dims, toBytes(type, [...values]));
}

function toBytes(type: Parameters<typeof store>[0], values: number[]): Uint8Array {
  if (type === "bfloat16") return new Uint8Array(Uint16Array.from(toBfloat16(values)).buffer);
  if (type === "int64") return new Uint8Array(BigInt64Array.from(values, BigInt).buffer);
  if (type === "uint64") return new Uint8Array(BigUint64Array.from(values, BigInt).buffer);
  return new Uint8Array(ARRAYS[type].from(values).buffer);
}

/** Gives the bits of numbers as bfloat16, cut off. */
export function toBfloat16(values: Numbers): Uint16Array {
  return Uint16Array.from(new Uint32Array(Float32Array.from(values).buffer), (word) => word >> 16);
}

/** Stores whole numbers of 4 bits, two in a byte, the first in the lower half. */
export function storeNibbles(
  type: "int4" | "uint4",
  dims: readonly number[],
  values: readonly number[],
): StoredTensor {
  const bytes = new Uint8Array(Math.ceil(values.length / 2));
  values.forEach((value, i) => bytes[i >> 1]! |= (value & 15) << 4 * (i % 2));
  return storeRaw(type, dims, bytes);
}

/** Stores whole numbers in a field of varints, packed into one run or each by itself. */
export function storeVarints(
  type: DataType,
  dims: readonly number[],
  { no, values, packed = true }: {
    readonly no: number;
    readonly values: Numbers;
    readonly packed?: boolean;
  },
): StoredTensor {
  const single = [...values].map((value) => encodeField({ no, kind: "int", value }));
  if (!packed) return { type, dims, content: single };
  const run = single.map((field) => field.subarray(1)); // without the tag
  return { type, dims, content: [encodeMessage(no, run)] };
}

/** Stores numbers in float_data or double_data, packed into one run. */
export function storeFloats(
  type: "float32" | "float64",
  dims: readonly number[],
  values: Numbers,
): StoredTensor {
  const no = type === "float32" ? TENSOR.floatData : TENSOR.doubleData;
  return {
    type,
    dims,
    content: [encodeField({ no, kind: "bytes", value: toBytes(type, [...values]) })],
  };
}

/** Stores a tensor's data in another file. */
export function storeOutside(
  type: DataType,
  dims: readonly number[],
  { location, offset, length }: Partial<ExternalData>,
): StoredTensor {
  const entries = Object.entries({ location, offset, length })
    .filter(([, value]) => value !== undefined && value !== null);
  return {
    type,
    dims,
    content: [
      ...entries.map(([key, value]) =>
        encodeMessage(TENSOR.externalData, [text(ENTRY.key, key), text(ENTRY.value, `${value}`)])
      ),
      encodeField({ no: TENSOR.dataLocation, kind: "int", value: EXTERNAL }),
    ],
  };
}

/** Encodes a tensor as field `no` of its parent. */
export function encodeTensor(no: number, name: string, tensor: TensorText): Uint8Array {
  const { type, dims, content } = "content" in tensor ? tensor : storePlain(tensor);
  return encodeMessage(no, [
    ...dims.map((value) => encodeField({ no: TENSOR.dims, kind: "int", value })),
    encodeField({ no: TENSOR.dataType, kind: "int", value: numberDataType(type) }),
    text(TENSOR.name, name),
    ...content,
  ]);
}

/** A tensor of which only some values are stored. */
export interface SparseText {
  readonly dims: readonly number[];
  /** The values, [count]. */
  readonly values: TensorText;
  /** Where they stand. */
  readonly indices: TensorText;
}

/** Encodes a sparse tensor as field `no` of its parent. */
export function encodeSparse(no: number, name: string, sparse: SparseText): Uint8Array {
  return encodeMessage(no, [
    encodeTensor(SPARSE.values, name, sparse.values),
    encodeTensor(SPARSE.indices, "", sparse.indices),
    ...sparse.dims.map((value) => encodeField({ no: SPARSE.dims, kind: "int", value })),
  ]);
}

function storePlain({ data, dims }: Tensor): StoredTensor {
  if (countElements(dims) !== data.length) throw new TypeError(`Cannot store [${dims}]`);
  return storeRaw("float32", dims, new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
}

function text(no: number, value: string): Uint8Array {
  return encodeField({ no, kind: "text", value });
}
