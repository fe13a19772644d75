import { countDataBytes, openTensorData } from "../constant/tensor_data.ts";
import type { Model } from "../graph/model.ts";
import { joinSources, memorySource, messageSource, sliceSource } from "../wire/joined_source.ts";
import { ATTRIBUTE, FUNCTION, GRAPH, NODE, SPARSE, TENSOR } from "../wire/proto.ts";
import { readTensorRef, type TensorRef } from "../wire/tensor_ref.ts";
import {
  type ByteSource,
  encodeField,
  encodeHeader,
  type Field,
  walkFields,
} from "../wire/wire.ts";
import { listKept } from "./named_tensor.ts";

/** A message that may hold tensors, however deeply. */
export type TensorHolder = "node" | "attribute" | "graph" | "function" | "sparse" | "tensor";

const INNER: Readonly<Record<TensorHolder, Readonly<Record<number, TensorHolder>>>> = {
  node: { [NODE.attribute]: "attribute" },
  attribute: {
    [ATTRIBUTE.tensor]: "tensor",
    [ATTRIBUTE.tensors]: "tensor",
    [ATTRIBUTE.sparseTensor]: "sparse",
    [ATTRIBUTE.sparseTensors]: "sparse",
    [ATTRIBUTE.graph]: "graph",
    [ATTRIBUTE.graphs]: "graph",
  },
  graph: {
    [GRAPH.node]: "node",
    [GRAPH.initializer]: "tensor",
    [GRAPH.sparseInitializer]: "sparse",
  },
  function: { [FUNCTION.node]: "node" },
  sparse: { [SPARSE.values]: "tensor", [SPARSE.indices]: "tensor" },
  tensor: {},
};

/**
 * Copies a message of a model's file, byte by byte; data of its tensors that lie in other files come
 * into it.
 *
 * @param added Fields that are put behind its own.
 */
export function copyWhole(
  model: Model,
  field: Field,
  kind: TensorHolder,
  added: readonly ByteSource[] = [],
): ByteSource {
  if (added.length === 0 && !namesFile(model, field, kind)) return copyField(model, field);
  if (kind === "tensor") return copyTensor(model, readTensorRef(model.source, field), field.no);
  const parts = [...walkFields(model.source, field)].map((part) => {
    const inner = INNER[kind][part.no];
    return inner === undefined ? copyField(model, part) : copyWhole(model, part, inner);
  });
  return messageSource(field.no, [...parts, ...added]);
}

/** Copies a field of a model's file byte by byte. */
export function copyField({ source }: Model, { tagStart, end }: Field): ByteSource {
  return sliceSource(source, { start: tagStart, end });
}

/** Copies a tensor as field `no` of its parent, perhaps under another name, with its data in it. */
export function copyTensor(
  model: Model,
  ref: TensorRef,
  no: number,
  name: string = ref.name,
): ByteSource {
  if (ref.external === null && name === ref.name && no === ref.field.no) {
    return copyField(model, ref.field);
  }
  const moved = ref.external !== null;
  return messageSource(no, [
    memorySource(encodeField({ no: TENSOR.name, kind: "text", value: name })),
    ...listKept(model, ref, { moved }).map((part) => copyField(model, part)),
    ...moved ? [dataField(model, ref)] : [],
  ]);
}

function dataField(model: Model, ref: TensorRef): ByteSource {
  const header = encodeHeader(TENSOR.rawData, countDataBytes(ref));
  return joinSources([memorySource(header), openLate(model, ref)]);
}

/** Gives the data of a tensor, which are opened when they are read. */
export function openLate(model: Model, ref: TensorRef): ByteSource {
  let opened: ByteSource | null = null;
  return {
    byteLength: countDataBytes(ref),
    read: (start, end) => (opened ??= openTensorData(model, ref)).read(start, end),
  };
}

function namesFile(model: Model, field: Field, kind: TensorHolder): boolean {
  if (kind === "tensor") return readTensorRef(model.source, field).external !== null;
  for (const part of walkFields(model.source, field)) {
    const inner = INNER[kind][part.no];
    if (inner !== undefined && namesFile(model, part, inner)) return true;
  }
  return false;
}
