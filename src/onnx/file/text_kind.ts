import type { FileKind, PlainKind } from "./file_kind.ts";
import { findPointerKind } from "./pointer_kind.ts";

/** Finds what a text is; null for a file that begins otherwise than a text. */
export function findTextKind(head: Uint8Array): FileKind | null {
  const text = decodeText(head);
  if (text === null) return null;
  const found = KINDS.find(({ looks }) => looks.test(text));
  return findPointerKind(text) ?? found?.kind(text) ?? describeText(text);
}

function decodeText(head: Uint8Array): string | null {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder("utf-16le").decode(head);
  const text = new TextDecoder().decode(head, { stream: true }); // its end may cut a character
  // deno-lint-ignore no-control-regex
  return /[\0-\x08\x0e-\x1a\x1c-\x1f\ufffd]/.test(text) ? null : text;
}

interface TextKind {
  readonly looks: RegExp;
  readonly kind: (text: string) => FileKind;
}

function always(code: PlainKind): TextKind["kind"] {
  return () => ({ code });
}

// What may follow a bracket in JSON, with comments or without; a section of an INI file does not.
const JSON_START =
  /^\s*(\{\s*("|\}|\/[/*]|$)|\[\s*(["{[\]\d-]|\/[/*]|(true|false|null)\s*[,\]]|$))/;

const KINDS: readonly TextKind[] = [
  { looks: /^\s*(<!--.*?-->\s*)*<(!doctype html|html|head|body|script)\b/is, kind: describePage },
  {
    looks: /^\s*(<\?xml.*?\?>\s*)?<net\s/s,
    kind: always("openvino"),
  },
  {
    looks: /^\s*(<\?xml.*?\?>\s*)?<(\w+:)?error\b/is,
    kind: (text) => ({
      code: "server-error",
      said: shorten(/<message>(.*?)<\/message>/is.exec(text)?.[1]),
    }),
  },
  { looks: /^\s*<(\?xml|svg)\b/i, kind: always("xml") },
  { looks: JSON_START, kind: findJsonKind },
  {
    looks: /^\s*(#.*\n\s*)*(ir_version\s*:|opset_import\s*\{|producer_name\s*:|graph\s*\{)/,
    kind: always("onnx-protobuf-text"),
  },
  {
    looks: /^\s*(<\s*ir_version\s*:|\w+\s*\(.*\)\s*=>\s*\()/,
    kind: always("onnx-text"),
  },
  {
    looks:
      /^\s*(#.*\n\s*)*(name\s*:\s*"|layers?\s*\{|input\s*:\s*"|net\s*:\s*").*?(layers?\s*\{|$)/s,
    kind: always("caffe-prototxt"),
  },
  {
    looks: /^\s*(node\s*\{|saved_model_schema_version\s*:|meta_graphs\s*\{)/,
    kind: always("tensorflow-text"),
  },
  {
    looks: /^\s*(#.*\n\s*)*\[(net|network|convolutional)\]/,
    kind: always("darknet"),
  },
];

function describePage(text: string): FileKind {
  const title = /<title[^>]*>\s*(.*?)\s*<\/title>/is.exec(text)?.[1];
  return { code: "web-page", said: shorten(title) };
}

const JSON_KINDS: readonly TextKind[] = [
  {
    looks: /"(irVersion|opsetImport|opType)"\s*:/,
    kind: always("onnx-json"),
  },
  {
    looks: /"(modelTopology|weightsManifest)"\s*:|"format"\s*:\s*"(graph|layers)-model"/,
    kind: always("tensorflow-js"),
  },
  {
    looks: /"(weight_map|architectures|model_type|transformers_version)"\s*:/,
    kind: always("hugging-face"),
  },
  {
    looks: /"(image_processor_type|feature_extractor_type|image_mean|do_resize)"\s*:/,
    kind: always("hugging-face-preprocessor"),
  },
  {
    looks: /"(arg_nodes|mxnet_version)"\s*:/,
    kind: always("mxnet"),
  },
  {
    looks: /"magic"\s*:\s*"pir"|"base_code"\s*:/,
    kind: always("paddle-json"),
  },
  {
    looks: /"class_name"\s*:/,
    kind: always("keras-json"),
  },
  {
    looks: /"models"\s*:\s*\[/,
    kind: always("config"),
  },
];

function findJsonKind(text: string): FileKind {
  const found = JSON_KINDS.find(({ looks }) => looks.test(text));
  return found?.kind(text) ?? { code: "json" };
}

function describeText(text: string): FileKind {
  return { code: "text", said: shorten(text) };
}

const QUOTED = 40; // characters

function shorten(text = ""): string {
  const line = text.trim().split(/\s*[\r\n]/)[0]!;
  return line.length > QUOTED ? `${line.slice(0, QUOTED)}…` : line;
}
