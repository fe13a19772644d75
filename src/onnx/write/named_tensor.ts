import type { Model } from "../graph/model.ts";
import { ENTRY, EXTERNAL, GRAPH, TENSOR } from "../wire/proto.ts";
import type { TensorRef } from "../wire/tensor_ref.ts";
import { encodeField, encodeMessage, type Field, walkFields } from "../wire/wire.ts";

/** A constant tensor, and its name in the graph. */
export interface NamedTensor {
  readonly name: string;
  readonly ref: TensorRef;
}

/** Encodes where the data of a tensor lie in another file, as fields of a TensorProto. */
export function encodePlace(
  place: Readonly<Record<string, string | number>>,
): Uint8Array<ArrayBuffer>[] {
  return [
    ...Object.entries(place).map(([key, value]) =>
      encodeMessage(TENSOR.externalData, encodeEntry(key, String(value)))
    ),
    encodeField({ no: TENSOR.dataLocation, kind: "int", value: EXTERNAL }),
  ];
}

/** Encodes the fields of a StringStringEntryProto. */
export function encodeEntry(key: string, value: string): Uint8Array<ArrayBuffer>[] {
  return [
    encodeField({ no: ENTRY.key, kind: "text", value: key }),
    encodeField({ no: ENTRY.value, kind: "text", value }),
  ];
}

/** Encodes a tensor of the file under a name, as an initializer; its data lie where they did, or elsewhere. */
export function encodeRenamed(
  model: Model,
  { name, ref }: NamedTensor,
  place: readonly Uint8Array[],
): Uint8Array<ArrayBuffer> {
  return encodeMessage(GRAPH.initializer, [
    encodeField({ no: TENSOR.name, kind: "text", value: name }),
    ...listKept(model, ref, { moved: place.length > 0 })
      .map((part) => model.source.read(part.tagStart, part.end)),
    ...place,
  ]);
}

const PLACES: readonly number[] = [
  ...[TENSOR.rawData, TENSOR.externalData, TENSOR.dataLocation],
  ...[TENSOR.floatData, TENSOR.int32Data, TENSOR.int64Data, TENSOR.doubleData, TENSOR.uint64Data],
];

/**
 * Lists the fields of a tensor that stay under another name, and where its data lie elsewhere than
 * before.
 */
export function listKept(
  { source }: Model,
  { field }: TensorRef,
  { moved }: { readonly moved: boolean },
): Field[] {
  const rewritten = [TENSOR.name, ...moved ? PLACES : []];
  return [...walkFields(source, field)].filter(({ no }) => !rewritten.includes(no));
}
