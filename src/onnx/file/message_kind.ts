import type { FileKind } from "./file_kind.ts";
import {
  type ByteSource,
  type Field,
  type Span,
  walkFields,
  wholeSpan,
  WireType,
} from "../wire/wire.ts";

/** Finds what a protobuf message other than a model is; null where it is none that is known. */
export function findMessageKind(source: ByteSource): FileKind | null {
  const fields = listFields(source, wholeSpan(source));
  if (fields.length === 0) return null;
  return KINDS.find(({ fits }) => fits(fields, source))?.kind ?? null;
}

// What tells one message from another stands among its first fields.
const MOST_FIELDS = 256;

// None for bytes that are no message.
function listFields(source: ByteSource, span: Span): readonly Field[] {
  const fields: Field[] = [];
  try {
    for (const field of walkFields(source, span)) {
      fields.push(field);
      if (fields.length === MOST_FIELDS) break;
    }
    return fields;
  } catch {
    return [];
  }
}

const { Varint, LengthDelimited } = WireType;

function has(fields: readonly Field[], no: number, type: WireType): boolean {
  return fields.some((field) => field.no === no && field.type === type);
}

function areAmong(fields: readonly Field[], numbers: readonly number[]): boolean {
  return fields.every(({ no }) => numbers.includes(no));
}

/** The fields of the first message that stands as field `no`. */
function within(source: ByteSource, fields: readonly Field[], no: number): readonly Field[] {
  const first = fields.find((field) => field.no === no && field.type === LengthDelimited);
  return first === undefined ? [] : listFields(source, first);
}

interface MessageKind {
  readonly fits: (fields: readonly Field[], source: ByteSource) => boolean;
  readonly kind: FileKind;
}

const KINDS: readonly MessageKind[] = [
  {
    // GraphProto: nodes with an operator, and outputs.
    fits: (fields, source) =>
      areAmong(fields, [1, 2, 5, 10, 11, 12, 13, 14, 15, 16]) &&
      has(fields, 12, LengthDelimited) && has(within(source, fields, 1), 4, LengthDelimited),
    kind: { code: "graph-proto" },
  },
  {
    // TensorProto: a type, and data.
    fits: (fields) =>
      areAmong(fields, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]) &&
      has(fields, 2, Varint) &&
      [4, 5, 7, 9, 10, 11, 13].some((no) => fields.some((f) => f.no === no)),
    kind: { code: "tensor-proto" },
  },
  {
    // SavedModel: a version, and MetaGraphDefs, which have a GraphDef.
    fits: (fields, source) =>
      areAmong(fields, [1, 2]) && has(fields, 1, Varint) &&
      has(within(source, fields, 2), 2, LengthDelimited),
    kind: { code: "saved-model" },
  },
  {
    // NetParameter of Caffe: layers, or layers of its first version.
    fits: (fields, source) => {
      const [layer, old] = [within(source, fields, 100), within(source, fields, 2)];
      return has(layer, 1, LengthDelimited) && has(layer, 2, LengthDelimited) ||
        has(old, 4, LengthDelimited) && has(old, 5, Varint);
    },
    kind: { code: "caffe-model" },
  },
  {
    // ProgramDesc of PaddlePaddle: blocks with their own and their parent's number.
    fits: (fields, source) => {
      const block = within(source, fields, 1);
      return has(block, 1, Varint) && has(block, 2, Varint) && has(block, 4, LengthDelimited);
    },
    kind: { code: "paddle" },
  },
  {
    // Model of Core ML: a version, a description, and a network from field 200 on.
    fits: (fields) =>
      has(fields, 1, Varint) && has(fields, 2, LengthDelimited) &&
      fields.some(({ no }) => no >= 200),
    kind: { code: "coreml" },
  },
  {
    // GraphDef of TensorFlow: nodes with a name and an operator.
    fits: (fields, source) => {
      const node = within(source, fields, 1);
      return areAmong(fields, [1, 2, 3, 4, 5]) && areAmong(node, [1, 2, 3, 4, 5, 6, 7]) &&
        has(node, 1, LengthDelimited) && has(node, 2, LengthDelimited);
    },
    kind: { code: "graph-def" },
  },
];
