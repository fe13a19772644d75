import type { Dim } from "./graph.ts";
import { ATTRIBUTE, DIM, NODE, SHAPE, TENSOR_TYPE, TYPE, VALUE_INFO } from "./proto.ts";
import { encodeField, encodeMessage } from "./wire.ts";

/** A node to be written: its attributes are whole numbers. */
export interface NewNode {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes?: Readonly<Record<string, number>>;
}

// AttributeProto.AttributeType.INT
const INT = 2;
// TensorProto.DataType.FLOAT
export const FLOAT = 1;

/** Encodes a node as field `no` of its parent. */
export function encodeNode(
  no: number,
  { op, inputs, outputs, attributes = {} }: NewNode,
): Uint8Array {
  return encodeMessage(no, [
    ...inputs.map((value) => encodeField({ no: NODE.input, kind: "text", value })),
    ...outputs.map((value) => encodeField({ no: NODE.output, kind: "text", value })),
    encodeField({ no: NODE.opType, kind: "text", value: op }),
    ...Object.entries(attributes).map(([name, value]) =>
      encodeMessage(NODE.attribute, [
        encodeField({ no: ATTRIBUTE.name, kind: "text", value: name }),
        encodeField({ no: ATTRIBUTE.int, kind: "int", value }),
        encodeField({ no: ATTRIBUTE.type, kind: "int", value: INT }),
      ])
    ),
  ]);
}

/** Encodes a float32 tensor's name and dims as field `no` of its parent; dims may be unknown. */
export function encodeValueInfo(
  no: number,
  name: string,
  dims: readonly Dim[] | null,
): Uint8Array {
  const shape = dims === null ? [] : [encodeMessage(TENSOR_TYPE.shape, dims.map(encodeDim))];
  return encodeMessage(no, [
    encodeField({ no: VALUE_INFO.name, kind: "text", value: name }),
    encodeMessage(VALUE_INFO.type, [
      encodeMessage(TYPE.tensor, [
        encodeField({ no: TENSOR_TYPE.elementType, kind: "int", value: FLOAT }),
        ...shape,
      ]),
    ]),
  ]);
}

function encodeDim(dim: Dim): Uint8Array {
  if (dim === null) return encodeMessage(SHAPE.dim, []);
  return encodeMessage(SHAPE.dim, [
    typeof dim === "number"
      ? encodeField({ no: DIM.value, kind: "int", value: dim })
      : encodeField({ no: DIM.param, kind: "text", value: dim }),
  ]);
}
