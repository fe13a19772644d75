// The numbers of onnx.proto3: fields of the messages that are read or written.
// Source: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto3

export const MODEL = {
  irVersion: 1,
  producerName: 2,
  producerVersion: 3,
  graph: 7,
  opsetImport: 8,
  metadataProps: 14,
  trainingInfo: 20,
  functions: 25,
} as const;

export const OPSET = { domain: 1, version: 2 } as const;

export const GRAPH = {
  node: 1,
  name: 2,
  initializer: 5,
  input: 11,
  output: 12,
  valueInfo: 13,
  quantizationAnnotation: 14,
  sparseInitializer: 15,
} as const;

export const NODE = {
  input: 1,
  output: 2,
  name: 3,
  opType: 4,
  attribute: 5,
  domain: 7,
  overload: 8,
  metadataProps: 9,
} as const;

export const ATTRIBUTE = {
  name: 1,
  float: 2,
  int: 3,
  string: 4,
  tensor: 5,
  graph: 6,
  floats: 7,
  ints: 8,
  tensors: 10,
  graphs: 11,
  type: 20,
  refAttrName: 21,
  sparseTensor: 22,
  sparseTensors: 23,
} as const;

export const TENSOR = {
  dims: 1,
  dataType: 2,
  floatData: 4,
  int32Data: 5,
  int64Data: 7,
  name: 8,
  rawData: 9,
  doubleData: 10,
  uint64Data: 11,
  externalData: 13,
  dataLocation: 14,
} as const;

/** A sparse tensor: only some of its values, and where they stand. */
export const SPARSE = { values: 1, indices: 2, dims: 3 } as const;

/** What is noted of the quantisation of a tensor. */
export const ANNOTATION = { tensor: 1, parameters: 2 } as const;

export const FUNCTION = {
  name: 1,
  input: 4,
  output: 5,
  node: 7,
  opsetImport: 9,
  domain: 10,
  attributeDefault: 11,
  overload: 13,
} as const;

export const ENTRY = { key: 1, value: 2 } as const;

export const VALUE_INFO = { name: 1, type: 2 } as const;

export const TYPE = { tensor: 1 } as const;

export const TENSOR_TYPE = { elementType: 1, shape: 2 } as const;

export const SHAPE = { dim: 1 } as const;

export const DIM = { value: 1, param: 2 } as const;

/** The value of `data_location` that says: the data are in another file. */
export const EXTERNAL = 1;

/** The element types of tensors, by their number in `TensorProto.DataType`. */
export const DATA_TYPES = [
  "undefined",
  "float32",
  "uint8",
  "int8",
  "uint16",
  "int16",
  "int32",
  "int64",
  "string",
  "bool",
  "float16",
  "float64",
  "uint32",
  "uint64",
  "complex64",
  "complex128",
  "bfloat16",
  "float8e4m3fn",
  "float8e4m3fnuz",
  "float8e5m2",
  "float8e5m2fnuz",
  "uint4",
  "int4",
  "float4e2m1",
  "float8e8m0",
  "uint2",
  "int2",
] as const;

/** The element type of a tensor; one that is not known yet goes by its number. */
export type DataType = typeof DATA_TYPES[number] | `type ${number}`;

/** Gives the element type of a number in `TensorProto.DataType`. */
export function nameDataType(type: number): DataType {
  return DATA_TYPES[type] ?? `type ${type}`;
}

/** Gives the number of an element type. */
export function numberDataType(type: DataType): number {
  const known = (DATA_TYPES as readonly DataType[]).indexOf(type);
  return known >= 0 ? known : Number(type.replace("type ", ""));
}
