import { type FileKind, ORIGIN_ADVICE, SAVED_MODEL_ADVICE } from "./file_kind.ts";
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

const LOADED = 'onnx.save(onnx.load("FILE", format="';

/** A model of ONNX in another form than its binary one. */
function onnxText(what: string, format: string): TextKind["kind"] {
  return () => ({ what, advice: `in Python, \`${LOADED}${format}"), "model.onnx")\`` });
}

function always(what: string, advice: string): TextKind["kind"] {
  return () => ({ what, advice });
}

const LINK = "get the file itself: a download that needs a login or a confirmation gives a page";

// What may follow a bracket in JSON, with comments or without; a section of an INI file does not.
const JSON_START =
  /^\s*(\{\s*("|\}|\/[/*]|$)|\[\s*(["{[\]\d-]|\/[/*]|(true|false|null)\s*[,\]]|$))/;

const KINDS: readonly TextKind[] = [
  { looks: /^\s*(<!--.*?-->\s*)*<(!doctype html|html|head|body|script)\b/is, kind: describePage },
  {
    looks: /^\s*(<\?xml.*?\?>\s*)?<net\s/s,
    kind: always("a network of OpenVINO (IR)", ORIGIN_ADVICE),
  },
  {
    looks: /^\s*(<\?xml.*?\?>\s*)?<(\w+:)?error\b/is,
    kind: (text) => ({
      what: `a server's message of an error${quote(/<message>(.*?)<\/message>/is.exec(text)?.[1])}`,
      advice: "get the model again",
    }),
  },
  { looks: /^\s*<(\?xml|svg)\b/i, kind: always("an XML document", "name a .onnx file") },
  { looks: JSON_START, kind: findJsonKind },
  {
    looks: /^\s*(#.*\n\s*)*(ir_version\s*:|opset_import\s*\{|producer_name\s*:|graph\s*\{)/,
    kind: onnxText("an ONNX model as protobuf's text", "textproto"),
  },
  {
    looks: /^\s*(<\s*ir_version\s*:|\w+\s*\(.*\)\s*=>\s*\()/,
    kind: onnxText("an ONNX model in ONNX's text form", "onnxtxt"),
  },
  {
    looks:
      /^\s*(#.*\n\s*)*(name\s*:\s*"|layers?\s*\{|input\s*:\s*"|net\s*:\s*").*?(layers?\s*\{|$)/s,
    kind: always("a network of Caffe (prototxt)", "convert it with its .caffemodel to ONNX"),
  },
  {
    looks: /^\s*(node\s*\{|saved_model_schema_version\s*:|meta_graphs\s*\{)/,
    kind: always(
      "a graph of TensorFlow as text",
      `${SAVED_MODEL_ADVICE}, of its whole folder`,
    ),
  },
  {
    looks: /^\s*(#.*\n\s*)*\[(net|network|convolutional)\]/,
    kind: always("a network of Darknet", "convert it with its weights to ONNX"),
  },
];

function describePage(text: string): FileKind {
  const title = /<title[^>]*>\s*(.*?)\s*<\/title>/is.exec(text)?.[1];
  return { what: `a web page${quote(title)}`, advice: LINK };
}

const JSON_KINDS: readonly TextKind[] = [
  {
    looks: /"(irVersion|opsetImport|opType)"\s*:/,
    kind: onnxText("an ONNX model as JSON", "json"),
  },
  {
    looks: /"(modelTopology|weightsManifest)"\s*:|"format"\s*:\s*"(graph|layers)-model"/,
    kind: always(
      "a TensorFlow.js model",
      "`python -m tf2onnx.convert --tfjs FILE --output model.onnx`",
    ),
  },
  {
    looks: /"(weight_map|architectures|model_type|transformers_version)"\s*:/,
    kind: always(
      "a Hugging Face file about a model",
      "name the .onnx file, or `optimum-cli export onnx --model NAME DIR`",
    ),
  },
  {
    looks: /"(image_processor_type|feature_extractor_type|image_mean|do_resize)"\s*:/,
    kind: always("a Hugging Face preprocessor", 'it belongs into "preprocess" of the config'),
  },
  {
    looks: /"(arg_nodes|mxnet_version)"\s*:/,
    kind: always("a network of MXNet", "`mxnet.onnx.export_model()` makes a model of it"),
  },
  {
    looks: /"magic"\s*:\s*"pir"|"base_code"\s*:/,
    kind: always("a model of PaddlePaddle", "`paddle2onnx` makes a model of it"),
  },
  {
    looks: /"class_name"\s*:/,
    kind: always("a Keras network without its weights", ORIGIN_ADVICE),
  },
  {
    looks: /"models"\s*:\s*\[/,
    kind: always("a config of convatlas", "`--config FILE` takes it"),
  },
];

function findJsonKind(text: string): FileKind {
  const found = JSON_KINDS.find(({ looks }) => looks.test(text));
  return found?.kind(text) ?? { what: "a JSON file", advice: "name a .onnx file" };
}

function describeText(text: string): FileKind {
  return { what: `a text${quote(text)}`, advice: "name a .onnx file" };
}

const QUOTED = 40; // characters

function quote(text: string | undefined): string {
  const line = text?.trim().split(/\s*[\r\n]/)[0] ?? "";
  if (line === "") return "";
  return ` ("${line.length > QUOTED ? `${line.slice(0, QUOTED)}…` : line}")`;
}
