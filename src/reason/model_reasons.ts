import type { AnyReason, Tell } from "./tell.ts";

/** What of a file was being read. */
type Part = "message" | "protobuf field" | "text" | "whole numbers" | "numbers";

/** Why bytes are no model that can be read. */
export const MODEL_REASONS = {
  "malformed": (
    { part, byte, reason }: {
      readonly part: Part;
      readonly byte: number;
      readonly reason: AnyReason;
    },
    tell: Tell,
  ): string =>
    `Cannot read ${part} at byte ${byte}: ${tell(reason)}` +
    // Of the other parts a file may merely hold more than is read.
    (part === "protobuf field" ? "; the file is no ONNX model, or damaged: get it again" : ""),
  "too-many-fields": (): string => "it has too many fields",
  "text-too-long": ({ most }: { readonly most: number }): string =>
    `it is longer than ${most} bytes`,
  "too-many-numbers": ({ most }: { readonly most: number }): string => `they are more than ${most}`,
  "odd-length": ({ size }: { readonly size: number }): string =>
    `their length is no multiple of ${size}`,
  "past-parent": ({ bytes }: { readonly bytes: number }): string =>
    `its ${bytes} bytes end after its parent`,
  "wire-type-unused": ({ type }: { readonly type: number }): string =>
    `wire type ${type} is not used by ONNX`,
  "wire-type": (
    { field, type, expected }: {
      readonly field: number;
      readonly type: number;
      readonly expected: number;
    },
  ): string => `field ${field} has wire type ${type}, expected ${expected}`,
  "no-graph": (): string => "Cannot read ONNX model: it holds no graph",
  "no-model": ({ reason }: { readonly reason: AnyReason }, tell: Tell): string =>
    `Cannot read ONNX model: ${tell(reason)}`,
  "cut-off": (
    { bytes, part }: {
      readonly bytes: number;
      readonly part: "graph" | "functions" | "metadata";
    },
  ): string =>
    `it ends ${bytes} bytes before its ${part} does, so it is cut off or damaged; get it again`,
  "deep-node": ({ node }: { readonly node: string }): string =>
    `Cannot read node "${node}": its bodies nest too deeply`,
  "deep-body": ({ byte }: { readonly byte: number }): string =>
    `Cannot read body at byte ${byte}: bodies nest too deeply`,
  "unwritten-tensor": ({ tensor }: { readonly tensor: string }): string =>
    `Cannot cut model: nothing in its graph writes "${tensor}"`,
};

/** A file with the words of classes, as a config names it. */
interface LabelFile {
  readonly file: string;
}

/** Why classes are not named. */
export const LABEL_REASONS = {
  "labels-unread": (
    { file, reason }: LabelFile & { readonly reason: AnyReason },
    tell: Tell,
  ): string => `Cannot read labels "${file}": ${tell(reason)}`,
  "labels-no-json": (): string =>
    "it begins as JSON and is none; write a line for each class, or a list of words in JSON",
  "label-no-index": ({ found }: { readonly found: string }): string =>
    `found the key ${found}, expected indices of classes, counted from 0`,
  "no-label": (): string => "it holds no word; write a line for each class, in their order",
  "labels-misfit": (
    { file, labels, classes }: LabelFile & { readonly labels: number; readonly classes: number },
  ): string =>
    `Cannot name classes by "${file}": it has ${labels} labels, the model gives ${classes} ` +
    "classes; expected one for each, in their order" +
    (labels + 1 === classes ? ' (where the first is the background, add "background")' : ""),
  "labels-without-classes": ({ file }: LabelFile): string =>
    `Cannot name classes by "${file}": no output of the model is found to give a number for each ` +
    'of them; leave out "labels"',
};
