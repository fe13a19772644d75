import { memorySource } from "../../../src/onnx/wire/joined_source.ts";
import {
  concatBytes,
  encodeField,
  encodeMessage,
  walkFields,
  wholeSpan,
} from "../../../src/onnx/wire/wire.ts";

type Kind = "model" | "graph" | "node" | "attribute" | "tensor" | "value";

/** A message of onnx.proto3, and which of its fields are texts that nothing in a model refers to. */
interface Message {
  readonly texts: readonly number[];
  /** The field of its key-value entries; null where it has none. */
  readonly entries: number | null;
  readonly parts: Readonly<Record<number, Kind>>;
}

const MESSAGES: Readonly<Record<Kind, Message>> = {
  model: { texts: [2, 3, 4, 6], entries: 14, parts: { 7: "graph" } }, // producer, domain, doc
  graph: {
    texts: [2, 10],
    entries: 16,
    parts: { 1: "node", 5: "tensor", 11: "value", 12: "value", 13: "value" },
  },
  node: { texts: [6], entries: 9, parts: { 5: "attribute" } },
  attribute: { texts: [13], entries: null, parts: { 5: "tensor", 6: "graph" } },
  tensor: { texts: [12], entries: null, parts: {} },
  value: { texts: [3], entries: null, parts: {} },
};

/** Writes a text into every string of a model that is there for people: names, notes, entries. */
export function annotateModel(
  bytes: Uint8Array<ArrayBuffer>,
  value: string,
  kind: Kind = "model",
): Uint8Array<ArrayBuffer> {
  const { texts, entries, parts } = MESSAGES[kind];
  const source = memorySource(bytes);
  const fields = [...walkFields(source, wholeSpan(source))].map(({ no, tagStart, start, end }) => {
    const part = parts[no];
    if (part === undefined) return bytes.slice(tagStart, end);
    return encodeMessage(no, [annotateModel(bytes.slice(start, end), value, part)]);
  });
  const text = (no: number): Uint8Array => encodeField({ no, kind: "text", value });
  return concatBytes([
    ...fields,
    ...texts.map(text),
    ...entries === null ? [] : [encodeMessage(entries, [text(1), text(2)])],
  ]);
}
