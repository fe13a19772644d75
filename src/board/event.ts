import { encodeField, encodeMessage, type FieldValue } from "../onnx/wire/wire.ts";
import { joinBytes } from "../tensor/joined_bytes.ts";
import type { Histogram } from "./histogram.ts";
import { encodeRecord } from "./record.ts";

/** Something that TensorBoard shows under a tag. */
export type BoardValue =
  | { readonly kind: "scalar"; readonly value: number }
  | { readonly kind: "image"; readonly image: BoardImage }
  | { readonly kind: "histogram"; readonly histogram: Histogram }
  /** Markdown. */
  | { readonly kind: "text"; readonly text: string };

/** A picture as a PNG file. */
export interface BoardImage {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly png: Uint8Array;
}

/** Where TensorBoard shows a value: its tag, and the step that it belongs to. */
export interface BoardPlace {
  readonly tag: string;
  readonly step: number;
}

/** A value and its place. */
export interface BoardEvent extends BoardPlace {
  readonly value: BoardValue;
}

// The numbers of the fields: event.proto, summary.proto, histogram.proto and tensor.proto of
// tensorboard/compat/proto. An event has its wall_time, field 1, only where that is not 0.
const EVENT = { step: 2, fileVersion: 3, summary: 5 } as const;
const SUMMARY = { value: 1 } as const;
const VALUE = { tag: 1, scalar: 2, image: 4, histogram: 5, tensor: 8, metadata: 9 } as const;
const IMAGE = { height: 1, width: 2, colorspace: 3, png: 4 } as const;
const HISTOGRAM = { min: 1, max: 2, count: 3, sum: 4, squares: 5, limits: 6, counts: 7 } as const;
const METADATA = { plugin: 1 } as const;
const PLUGIN = { name: 1 } as const;
const TENSOR = { type: 1, shape: 2, text: 8 } as const;
const SHAPE = { dim: 2 } as const;
const DIM = { size: 1 } as const;

const STRING_TYPE = 7; // DT_STRING

/** Encodes the record that every file of events begins with. */
export function encodeFileVersion(): Uint8Array<ArrayBuffer> {
  return encodeRecord(encode({ no: EVENT.fileVersion, kind: "text", value: "brain.Event:2" }));
}

/** Encodes an event as a record, without the time: the same values give the same bytes. */
export function encodeEvent({ tag, step, value }: BoardEvent): Uint8Array<ArrayBuffer> {
  const named = { value: tag, no: VALUE.tag, kind: "text" } as const;
  return encodeRecord(joinBytes([
    encode({ no: EVENT.step, kind: "int", value: step }),
    encodeMessage(EVENT.summary, [
      encodeMessage(SUMMARY.value, [encodeField(named), ...encodeValue(value)]),
    ]),
  ]));
}

function encodeValue(value: BoardValue): Uint8Array[] {
  switch (value.kind) {
    case "scalar":
      return [encodeField({ no: VALUE.scalar, kind: "float", value: value.value })];
    case "image":
      return [encodeImage(value.image)];
    case "histogram":
      return [encodeHistogram(value.histogram)];
    case "text":
      return encodeText(value.text);
  }
}

function encodeImage({ width, height, channels, png }: BoardImage): Uint8Array {
  return encodeMessage(VALUE.image, [
    encode({ no: IMAGE.height, kind: "int", value: height }),
    encode({ no: IMAGE.width, kind: "int", value: width }),
    encode({ no: IMAGE.colorspace, kind: "int", value: channels }),
    encode({ no: IMAGE.png, kind: "bytes", value: png }),
  ]);
}

function encodeHistogram(
  { min, max, count, sum, squares, limits, counts }: Histogram,
): Uint8Array {
  return encodeMessage(VALUE.histogram, [
    encode({ no: HISTOGRAM.min, kind: "double", value: min }),
    encode({ no: HISTOGRAM.max, kind: "double", value: max }),
    encode({ no: HISTOGRAM.count, kind: "double", value: count }),
    encode({ no: HISTOGRAM.sum, kind: "double", value: sum }),
    encode({ no: HISTOGRAM.squares, kind: "double", value: squares }),
    encode({ no: HISTOGRAM.limits, kind: "bytes", value: packDoubles(limits) }),
    encode({ no: HISTOGRAM.counts, kind: "bytes", value: packDoubles(counts) }),
  ]);
}

function packDoubles(values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(8 * values.length));
  values.forEach((value, i) => view.setFloat64(8 * i, value, true));
  return new Uint8Array(view.buffer);
}

// As torch's add_text: the plugin is named, since a tensor of text says nothing of it.
function encodeText(text: string): Uint8Array[] {
  const name = encode({ no: PLUGIN.name, kind: "text", value: "text" });
  const size = encode({ no: DIM.size, kind: "int", value: 1 });
  return [
    encodeMessage(VALUE.tensor, [
      encode({ no: TENSOR.type, kind: "int", value: STRING_TYPE }),
      encodeMessage(TENSOR.shape, [encodeMessage(SHAPE.dim, [size])]),
      encode({ no: TENSOR.text, kind: "text", value: text }),
    ]),
    encodeMessage(VALUE.metadata, [encodeMessage(METADATA.plugin, [name])]),
  ];
}

// In proto3 a field of the value 0 is left out, except where it says which of several is there.
function encode(field: FieldValue): Uint8Array {
  const isDefault = field.value === 0 && !Object.is(field.value, -0);
  return isDefault ? new Uint8Array() : encodeField(field);
}
